// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "domain/exercise.h"
#include "domain/ids.h"
#include "gui/widgets/viewing_form.h"
#include "practice/watch.h"

namespace footbridge::gui {

/// Who suggested something, as a mark and in words.
struct SuggesterView {
  QString name;  ///< for the letter in the mark
  QString tint = QStringLiteral("ours");
  QString words;  ///< "Sam suggested it"
};

/// One card of the list.
struct ViewingCard {
  EntryId id;
  QString title;
  SuggesterView who;
  QString facts;  ///< "on the list since 3 November", "seen on 20 November"
};

struct PlanView {
  QString title;
  QString summary;
  QString progress;  ///< "Two of five seen."
  QStringList paragraphs;
  QString evidence;
  int seen = 0;
  int count = 0;
};

struct WatchView {
  Couple couple;
  std::vector<ViewingCard> next;
  std::vector<ViewingCard> seen;
  std::optional<PlanView> plan;
  bool mayJoin = false;  ///< there is one so far, and a second may come
};

/// A card that was drawn. Absent: the two talk without one.
struct DrawnView {
  DrawnCard card;
  QString text;
  QString note;
};

/// One thing that was said.
struct TalkLine {
  QString card;  ///< its text; empty without one
  QString text;
  QString when;
};

struct WatchExercise {
  ExerciseId id;
  QString title;
  QString facts;
  Practice practice = Practice::Strengths;
};

struct DoneView {
  SittingId sitting;
  QString title;
  QString when;
};

/// One thing to watch, whole.
struct ViewingView {
  Couple couple;
  ViewingWords words;
  SuggesterView who;
  bool seen = false;
  QString plan{};  ///< its title; empty where there is none
  std::vector<TalkLine> talks{};
  std::vector<WatchExercise> exercises{};
  std::vector<DoneView> done{};
};

}  // namespace footbridge::gui
