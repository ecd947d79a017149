// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <variant>
#include <vector>

#include "domain/agreement.h"
#include "domain/ids.h"

namespace footbridge::gui {

/// A note's own words.
struct NoteView {
  EntryId id;
  QString text;
  bool mayChange = false;  ///< whoever is here wrote it
};

/// An agreement; either partner may say what became of it.
struct AgreementView {
  EntryId id;
  QString what;
  QString detail;  ///< who, when and the day to look back on it
  AgreementState state = AgreementState::Open;
};

/// What was said in one step: by each of the two side by side, or by both together.
struct TranscriptPart {
  QString heading;
  QString a;
  QString b;
  QString ours;
};
struct TranscriptView {
  QString nameOfA;
  QString nameOfB;
  std::vector<TranscriptPart> parts;
};

/// One thing to read, in words.
struct EntryView {
  QString title;
  QString date;
  QString who{};  ///< "Only Alex can read this"; empty: says nothing about it
  QString tint = QStringLiteral("ours");
  std::variant<TranscriptView, NoteView, AgreementView> body{};
};

}  // namespace footbridge::gui
