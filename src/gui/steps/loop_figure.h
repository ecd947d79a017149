// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>

class QLabel;
class QPainterPath;

namespace footbridge::gui {

/// A figure of eight lying on its side: one partner's move in each half, each leading on to the other, no beginning.
class LoopFigure : public QWidget {
  Q_OBJECT
 public:
  explicit LoopFigure(QWidget* parent = nullptr);

  /// `move` in a few words, as its owner opened it; empty where nothing was opened.
  void setHalf(int half, const QString& name, const QString& move, const QString& tint);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Half {
    QString name;
    QString move;
    QString tint = QStringLiteral("ours");
    QLabel* label = nullptr;
  };
  [[nodiscard]] QPainterPath halfPath(int half) const;
  void describe();

  std::array<Half, 2> m_halves;
};

}  // namespace footbridge::gui
