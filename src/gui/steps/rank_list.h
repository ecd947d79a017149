// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace footbridge::gui {

/// A short list put in order by dragging, or by Alt with the arrow keys.
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

 private:
  void number();
};

}  // namespace footbridge::gui
