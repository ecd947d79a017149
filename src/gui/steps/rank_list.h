// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace footbridge::gui {

/// A short list put in order by dragging, or by Alt with the arrow keys. A line that is dragged goes along with the
/// mouse: nothing is handed to the window system, so that the words stay in the window.
class RankList : public QListWidget {
  Q_OBJECT
 public:
  explicit RankList(QWidget* parent = nullptr);

  /// `id` is what the line is known by, `words` what it says; its place is put before them.
  void addLine(const QString& id, const QString& words);
  void removeLine(const QString& id);
  [[nodiscard]] QStringList ids() const;
  void moveCurrent(int by);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  void reordered();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  void number();
  void drawTo(int height);

  bool m_isHeld = false;
};

}  // namespace footbridge::gui
