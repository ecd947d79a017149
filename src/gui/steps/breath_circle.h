// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantAnimation>
#include <QWidget>

namespace footbridge::gui {

/// A circle that widens with the breath in and narrows with the breath out. Still where motion is turned off.
class BreathCircle : public QWidget {
  Q_OBJECT
 public:
  explicit BreathCircle(QWidget* parent = nullptr);

  void setPace(int secondsIn, int secondsOut);
  void setTint(const QString& tint);
  void setMoving(bool moving);
  [[nodiscard]] bool isMoving() const { return m_breath.state() == QAbstractAnimation::Running; }
  [[nodiscard]] QSize sizeHint() const override { return {220, 220}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {120, 120}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void sayPhase();
  [[nodiscard]] bool isIn() const;
  [[nodiscard]] QString word() const;  ///< "In", "Out", or "Breathe" while it is still

  QVariantAnimation m_breath;  ///< 0 to 1: from empty to full and back
  double m_turn = 0.4;         ///< the part of a breath that is the breath in
  bool m_wanted = true;
  QString m_tint = QStringLiteral("ours");
};

}  // namespace footbridge::gui
