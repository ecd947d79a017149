// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantAnimation>
#include <QWidget>

namespace footbridge::gui {

/// The bridge between two dots, drawn as far as `progress` goes. Moves slowly when asked to cross, or stands at once
/// where motion is turned off. Says nothing to a screen reader unless it is given a name.
class BridgeFigure : public QWidget {
  Q_OBJECT
  Q_PROPERTY(double progress READ progress WRITE setProgress)
  Q_PROPERTY(QString fromTint READ fromTint WRITE setFromTint)
  Q_PROPERTY(QString toTint READ toTint WRITE setToTint)

 public:
  explicit BridgeFigure(QWidget* parent = nullptr);

  [[nodiscard]] double progress() const { return m_progress; }
  void setProgress(double progress);  ///< 0 to 1
  [[nodiscard]] const QString& fromTint() const { return m_fromTint; }
  void setFromTint(const QString& token);
  [[nodiscard]] const QString& toTint() const { return m_toTint; }
  void setToTint(const QString& token);

  /// Goes from where it is to `progress` in one slow movement.
  void crossTo(double progress);
  /// No timer runs afterwards.
  void stop();

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  double m_progress = 0;
  QString m_fromTint = QStringLiteral("a");
  QString m_toTint = QStringLiteral("b");
  QVariantAnimation m_walk;
};

}  // namespace footbridge::gui
