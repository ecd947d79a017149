// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "gui/flows/surroundings.h"
#include "gui/page_name.h"
#include "gui/steps/gate_end_view.h"
#include "practice/gate.h"

namespace footbridge::gui {

class GatePage;

/// The way through the gate of an exercise where there are two. What either picks is in memory alone, and gone when the
/// page is left; only on the page of safety does it outlast the page, so that going there tells nothing.
class GateFlow : public QObject {
  Q_OBJECT

 public:
  explicit GateFlow(const Surroundings& around, QObject* parent = nullptr);

  /// Whether there is a question that each of two answers apart.
  [[nodiscard]] bool isFor(const Exercise& exercise) const;
  /// Asks both, or whoever says that they are here alone; of an exercise for one, which of two it is for, and then that
  /// one alone, behind the curtain, if it has a question. `leave`: what the way out says; given, it is the only one.
  void ask(std::shared_ptr<const Exercise> exercise, const QString& leave = {});
  /// Asks somebody who was not here when the other answered.
  void askTheOther(std::shared_ptr<const Exercise> exercise, PartnerId who);

 Q_SIGNALS:
  /// The laptop goes from one to the other here: whoever signed in need not be the one who has it.
  void handedOn();
  /// The exercise comes now. `missing`: who has yet to be asked.
  void passed(std::optional<footbridge::PartnerId> missing);
  /// It comes now, for `who`, to whom the laptop went.
  void passedByOne(footbridge::PartnerId who);
  /// `wasHandedOn`: as handedOn() said.
  void left(bool wasHandedOn);
  void exerciseAsked(const footbridge::ExerciseId& exercise, bool wasHandedOn);

 private:
  QWidget* makePage();
  void begin(std::shared_ptr<const Exercise> exercise, const QString& leave, std::optional<practice::GateRound> round);
  void go(const practice::GateRound& round);
  void pageShown(PageName page);
  void showNow();
  void showEnd(bool goesOn);
  void end();
  [[nodiscard]] bool wasHandedOn() const;
  [[nodiscard]] std::vector<GateWay> waysOn() const;
  [[nodiscard]] GatePage& page();

  Surroundings m_around;
  std::shared_ptr<const Exercise> m_exercise;  ///< null while nobody is asked
  QString m_leave;
  std::optional<practice::GateRound> m_round;  ///< none before it is known who is here
  std::optional<PartnerId> m_alone;            ///< who answers by themselves now
  std::optional<PartnerId> m_for;              ///< who of two was named, in an exercise for one
};

}  // namespace footbridge::gui
