// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace footbridge::gui {

/// How far along: one small bar a step. Says "step 4 of 7" to a screen reader.
class StepProgress : public QWidget {
  Q_OBJECT

 public:
  explicit StepProgress(QWidget* parent = nullptr);

  /// `now` counts from 0; at `steps` all are done.
  void setStep(int now, int steps);
  /// So many are done, and none of the others is on now.
  void setDone(int done, int steps);
  [[nodiscard]] int now() const { return m_now; }
  [[nodiscard]] int steps() const { return m_steps; }

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void setBars(int full, int steps);

  int m_now = 0;
  int m_steps = 0;
  bool m_hasNow = true;
};

}  // namespace footbridge::gui
