// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace footbridge::gui {

/// A round mark in somebody's colour, with a letter or a number in it, so that colour is never the only sign.
class AvatarDot : public QWidget {
  Q_OBJECT
  Q_PROPERTY(QString letter READ letter WRITE setLetter)
  Q_PROPERTY(QString tint READ tint WRITE setTint)
  Q_PROPERTY(int diameter READ diameter WRITE setDiameter)

 public:
  explicit AvatarDot(QWidget* parent = nullptr);

  [[nodiscard]] const QString& letter() const { return m_letter; }
  void setLetter(const QString& letter);
  /// A token: "a", "b", "ours" ...
  [[nodiscard]] const QString& tint() const { return m_tint; }
  void setTint(const QString& token);
  /// At 100 % text: 24, 30 or 40.
  [[nodiscard]] int diameter() const { return m_diameter; }
  void setDiameter(int diameter);
  /// Letter, colour and accessible name at once; for *ours* the two partners' dots.
  void showWho(const QString& name, const QString& token);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QFont letterFont() const;
  void paintBoth(QPainter& painter) const;

  QString m_letter;
  QString m_tint = QStringLiteral("ours");
  int m_diameter = 30;
  bool m_both = false;
};

}  // namespace footbridge::gui
