// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "gui/steps/couple.h"

namespace footbridge::gui {

namespace Ui {
class PauseView;
}

/// A pause either of them called. It goes on only when both say ready, and it offers nothing to write.
class PauseView : public QWidget {
  Q_OBJECT
 public:
  explicit PauseView(const Couple& couple, QWidget* parent = nullptr);
  ~PauseView() override;

  /// Where the two are to come back, in their own time: "20:40"; empty: not said yet.
  void showPlan(const QString& until);
  [[nodiscard]] QWidget* firstField() const;

 Q_SIGNALS:
  void planned(int minutes);
  void bothReady();

 private:
  [[nodiscard]] QString askingWords() const;
  [[nodiscard]] QString waitingWords() const;

  std::unique_ptr<Ui::PauseView> m_ui;
  bool m_isAlone = false;
};

}  // namespace footbridge::gui
