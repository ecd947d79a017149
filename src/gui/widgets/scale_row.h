// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <optional>

#include "domain/answer.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace footbridge::gui {

/// What a line was marked with; no score means "did not come up".
struct ScaleMark {
  std::optional<Score> score;
  bool operator==(const ScaleMark&) const = default;
};

/// Seven squares from 0 to 6, and "Did not come up" where a line allows it. One stop for the Tab key: inside it the
/// keys 0 to 6 and Left and Right mark, Up and Down go to the row before and after, Backspace takes the mark away.
class ScaleRow : public QWidget {
  Q_OBJECT
  Q_PROPERTY(QString tint READ tint WRITE setTint)
  Q_PROPERTY(bool mayNotComeUp READ mayNotComeUp WRITE setMayNotComeUp)

 public:
  explicit ScaleRow(QWidget* parent = nullptr);

  /// None while the line is blank.
  [[nodiscard]] std::optional<ScaleMark> mark() const { return m_mark; }
  void setMark(std::optional<ScaleMark> mark);
  /// What the Tab key comes to: the mark, or the first square while the line is blank.
  [[nodiscard]] QWidget* stop() const;

  [[nodiscard]] const QString& tint() const { return m_tint; }
  void setTint(const QString& token);
  [[nodiscard]] bool mayNotComeUp() const;
  void setMayNotComeUp(bool may);
  /// What is rated, and the words for 0, 2, 4 and 6: what a screen reader says with each square.
  void setWords(const QString& line, const std::array<QString, 4>& scale);
  /// What 0 and 6 mean, in words beside the first and the last square.
  void setEnds(const QString& low, const QString& high);
  [[nodiscard]] bool hasEnds() const;
  /// The room between the squares and "Did not come up" that the words for 6 need: none where these may stand in its
  /// place. Rows of one page, with their right edges in line, are all given the most that one of them needs.
  [[nodiscard]] int roomForHigh() const;
  void setRoomForHigh(int room);
  /// Below their squares, where there is no room beside them.
  void setEndsBelow(bool below);
  /// The same for "did not come up", where even the squares alone fill the line.
  void setAsideBelow(bool below);
  /// What it cannot do without, wherever the rest of it stands.
  [[nodiscard]] int squaresWidth() const;

 Q_SIGNALS:
  /// By hand only, never by setMark().
  void marked(std::optional<ScaleMark> mark);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  static constexpr int kMarks = Score::kHighest + 1;
  static constexpr int kFirst = 1;  ///< column of the first square; before it stand the words for 0
  static constexpr int kHigh = kFirst + kMarks;
  static constexpr int kAside = kHigh + 2;
  void choose(std::optional<ScaleMark> mark);
  void showMark();
  bool takeKey(int key);
  void placeEnds(bool below);
  void placeAside(bool below);
  [[nodiscard]] QPushButton* button(int index) const;  ///< kMarks is "did not come up"
  [[nodiscard]] int chosenIndex() const;               ///< -1 while blank

  std::array<QPushButton*, kMarks> m_squares{};
  QPushButton* m_aside = nullptr;
  std::array<QLabel*, 2> m_ends{};
  int m_roomForHigh = 0;
  bool m_asideBelow = false;
  QGridLayout* m_grid;
  std::optional<ScaleMark> m_mark;
  QString m_tint = QStringLiteral("ours");
};

}  // namespace footbridge::gui
