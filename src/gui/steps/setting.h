// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "domain/agreement.h"
#include "domain/answer.h"
#include "domain/exercise.h"
#include "gui/steps/care_decks.h"
#include "gui/steps/couple.h"
#include "practice/screen.h"
#include "practice/sitting_progress.h"

namespace footbridge::gui {

/// What a view needs besides the exercise and the screen. A Couple alone is enough to show any screen.
struct Setting {
  Couple couple;
  std::optional<practice::Viewer> next;  ///< who has the laptop after this turn, where the turn ends with this step
  std::array<bool, 2> isProtected{};     ///< whether A's and B's vaults have a passphrase
  bool locksAfter = false;  ///< one of them is open by it, so that what comes after the sitting is the lock
  std::vector<std::pair<EntryId, Agreement>> earlier;  ///< agreements to look back on
  Day today{std::chrono::year(2026), std::chrono::November, std::chrono::day(22)};
  std::optional<practice::SittingProgress> progress;  ///< none: counted over all steps of the exercise
  bool shortForm = false;                             ///< only the lines of the short form are rated
  QString heading;                                    ///< stands over the progress; empty: the exercise's title
  /// Half-written words of this viewer at this step; there are none where the answer was deleted from the page.
  std::optional<QString> draft;
  CareDecks decks;                                    ///< cards at hand; without them their places stay empty
  std::vector<Rating> before;  ///< the lines that this step asks again, as this viewer marked them the first time
  Aftercare aftercare;         ///< at the end

  Setting(Couple who = {}) : couple(std::move(who)) {}  // NOLINT(google-explicit-constructor)
};

/// Everything that one view is built from, borrowed while it is built.
class Showing {
 public:
  Showing(const Exercise& exercise, const practice::Screen& screen, const Setting& setting, const Step* step);

  const Exercise& exercise;
  const practice::Screen& screen;
  const Setting& setting;
  const Step* step;  ///< null on a screen that belongs to no step

  template <typename Body>
  [[nodiscard]] const Body& body() const {
    return std::get<Body>(screen.body);
  }
  /// The step's form; the caller knows its kind.
  template <typename Form>
  [[nodiscard]] const Form& form() const {
    return std::get<Form>(step->form);
  }
  /// The screen as a step's, or null: a guess is shown in another step's view but stands on its own screen.
  [[nodiscard]] const practice::StepScreen* stepScreen() const;
  /// With the names put in, as said to whoever looks.
  [[nodiscard]] QString said(std::string_view text) const;
  /// The same, as the partner would read it: for the lines of a step that is being guessed.
  [[nodiscard]] QString line(std::string_view text) const;
  /// "a", "b" or "ours", the word the look knows the colour by.
  [[nodiscard]] QString tint() const;
  [[nodiscard]] std::optional<PartnerId> alone() const { return practice::aloneOf(screen.viewer); }

  std::optional<PartnerId>
      writer{};            ///< on a screen for both: whose column it is, so that the names come out as theirs
  bool asPartner = false;  ///< the lines are read with the names changed over
};

[[nodiscard]] QString tintOf(PartnerId partner);
/// The button at the end of a sitting, by where it leads: to the lock, to the question who is here, or to Today.
[[nodiscard]] QString endWords(const Setting& setting);
[[nodiscard]] QString fromUtf8(std::string_view text);

}  // namespace footbridge::gui
