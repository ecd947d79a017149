// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <variant>
#include <vector>

#include "domain/agreement.h"
#include "domain/ids.h"

namespace footbridge::gui {

/// An earlier revision of a note.
struct VersionView {
  QString when;
  QString text;
};

/// A note's own words.
struct NoteView {
  EntryId id;
  QString text;
  bool mayChange = false;              ///< it is theirs who are here to change or to take back
  QString openTo{};                    ///< the partner it can be opened to, line by line; empty: it cannot
  bool isOurs = false;                 ///< both can read it: it is taken back, and not just thrown away
  std::vector<VersionView> earlier{};  ///< newest first
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
  bool takenByA = false;  ///< A opened something here and took it back since
  bool takenByB = false;
  QString opened{};                  ///< what the other can read of the reader's words, where it is not the same
  std::optional<StepId> takeBack{};  ///< the reader opened words of theirs here, and may take them back
};
struct TranscriptView {
  QString nameOfA;
  QString nameOfB;
  std::optional<PartnerId> reader{};  ///< who is here alone
  std::vector<TranscriptPart> parts;
  bool mayGoOn = false;  ///< it was left before its end, and stands where it stood
};

/// One thing to read, in words.
struct EntryView {
  QString title;
  QString date;
  QString who{};  ///< "Only Alex can read this", where it is so; empty: says nothing about it
  QString tint = QStringLiteral("ours");
  std::variant<TranscriptView, NoteView, AgreementView> body{};
};

}  // namespace footbridge::gui
