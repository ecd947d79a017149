// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <optional>

#include "gui/steps/setting.h"

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace footbridge::gui {

/// One own line before a reveal: open it, keep it, or open fewer words of it.
class LookOverLine : public QFrame {
  Q_OBJECT
 public:
  LookOverLine(const practice::LookOverScreen::Line& line, const Showing& showing, QWidget* parent);

  [[nodiscard]] LineChoice choice() const;
  [[nodiscard]] QWidget* firstField() const;
  [[nodiscard]] bool mayOpen() const { return m_line.mayOpen; }
  [[nodiscard]] bool isOpen() const;
  /// Nothing where it may not be opened.
  void setOpen(bool open);
  /// The choice so far and the words as they are trimmed, to be taken up again.
  [[nodiscard]] QStringList draft() const;
  void takeUp(const QStringList& draft);

 Q_SIGNALS:
  void changed();  ///< what opens, or how many words of it

 private:
  void addSwitch(QWidget* row, const Showing& showing);
  void addTrimButton(QWidget* row);
  void sayTrim(const QString& words);
  void showTrim();
  void dropTrim();
  void addTrim(const Showing& showing);
  [[nodiscard]] std::optional<Answer> trimmed() const;

  practice::LookOverScreen::Line m_line;
  QString m_caption;      ///< what the step asked; said with every part, so that no line is taken for another
  QString m_whole;        ///< the words as they were written
  QStringList m_dropped;  ///< a trim that was taken back
  QLabel* m_words = nullptr;
  QPushButton* m_trim = nullptr;
  QPushButton* m_open = nullptr;
  QPushButton* m_keep = nullptr;
  std::vector<QPlainTextEdit*> m_edits;
};

}  // namespace footbridge::gui
