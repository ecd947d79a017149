// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace footbridge::gui {

/// The time of one who speaks, as a ring that fills. Over the time it stays full and counts on quietly.
class TalkRing : public QWidget {
  Q_OBJECT
 public:
  explicit TalkRing(QWidget* parent = nullptr);

  void setTint(const QString& tint);
  void setTime(int elapsed, int whole);
  [[nodiscard]] QString words() const;  ///< "1:18", or "+0:12" over the time
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_tint = QStringLiteral("ours");
  int m_elapsed = 0;
  int m_whole = 120;
};

}  // namespace footbridge::gui
