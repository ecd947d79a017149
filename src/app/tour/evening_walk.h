// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include "app/scripted_evening.h"
#include "app/tour/album.h"
#include "app/tour/robot.h"
#include "practice/screen.h"

namespace footbridge::app {

/// Walks one sitting in the window to its end, as the two would: reads what is on screen, types, presses, hands over.
/// What the journal then holds decides what comes next, so that a word that was not kept stops the walk.
class EveningWalk {
 public:
  EveningWalk(Robot& robot, Album& album, Journal& journal, const Exercise& exercise, const EveningWords& words);

  /// Goes on while there is something to do. True when the sitting came to its end.
  bool walk(const QString& name);

 private:
  [[nodiscard]] std::optional<practice::Screen> screenNow() const;
  bool step(const practice::Screen& screen);
  void fill(const practice::StepScreen& body, practice::Viewer viewer);
  void fillBody(const Step& step, const Answer& answer);
  void write(const WrittenAnswer& answer);
  void mark(const RatedAnswer& answer);
  void choose(const ChosenAnswer& answer);
  void ask(const AskAnswer& answer);
  void move(const MoveAnswer& answer);
  void agree(const AgreedAnswer& answer);
  void review();
  void close(const CloseAnswer& answer);
  [[nodiscard]] const Answer* wordsFor(const StepId& step, practice::Viewer viewer) const;
  void shoot(const QString& what);

  Robot& m_robot;
  Album& m_album;
  Journal& m_journal;
  const Exercise& m_exercise;
  const EveningWords& m_words;
  QString m_name;
};

/// Answers whatever dialog about passphrases stands over the window; false when there is none.
bool passDoor(Robot& robot, Album& album);

}  // namespace footbridge::app
