// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>

#include "fakes/fake_vault_door.h"
#include "fakes/memory_journal.h"
#include "fakes/sample_exercise.h"
#include "fakes/scripted_questions.h"
#include "gui/flows/privacy_flow.h"
#include "gui/flows/surroundings.h"
#include "gui/main_window.h"

namespace footbridge::probe {

/// A real window on a journal in memory, with somebody at it: what the flows of the window work in.
template <typename Journal = fakes::MemoryJournal, typename Catalog = fakes::ListCatalog>
struct AtLaptop {
  Journal journal;
  Catalog catalog;
  fakes::StillClock clock;
  fakes::ScriptedQuestions questions;
  gui::MainWindow window;
  gui::Presence here;
  gui::PrivacyFlow privacy{{journal, journal, journal, questions, clock, &window}};
  gui::Surroundings around{journal, catalog, clock, window, questions, privacy, here};

  /// Alex's journal, with `b` or alone.
  explicit AtLaptop(Reader reader, std::optional<Partner> b = sample::sam())
      : journal(sample::alex(), std::move(b)), here{reader} {}
};

}  // namespace footbridge::probe
