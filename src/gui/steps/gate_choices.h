// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "domain/exercise.h"

namespace footbridge::gui {

/// The question's choices as they are offered, and one more, of the program's own: a no that needs no reason, so that
/// no pick has to mean anything.
[[nodiscard]] std::vector<Gate::Choice> gateChoicesOf(const Exercise& exercise);

/// The answers to the question of a gate, of which one is picked.
class GateChoices : public QWidget {
  Q_OBJECT

 public:
  explicit GateChoices(QWidget* parent = nullptr);

  /// Their texts as they are said to whoever looks, in whose tint a pick is marked; nothing is picked.
  void showChoices(const std::vector<Gate::Choice>& choices, const QString& tint);
  /// Nothing of them is left.
  void clear();
  /// Null without choices.
  [[nodiscard]] QWidget* first() const;

 Q_SIGNALS:
  void picked(const footbridge::Gate::Choice& choice);

 private:
  QWidget* m_first = nullptr;
};

}  // namespace footbridge::gui
