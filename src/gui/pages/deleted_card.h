// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QWidgetList>

#include "gui/pages/deleted_view.h"

class QLabel;
class QPushButton;

namespace footbridge::gui {

/// One thing that was deleted: what it is, its words where they may stand on a screen, and what can become of it.
class DeletedCard : public QFrame {
  Q_OBJECT

 public:
  /// `place`, from 1, names its buttons.
  DeletedCard(const DeletedView& thing, int place, QWidget* parent);

  /// Whether anybody reads words that are covered at first.
  void setOpen(bool open);
  /// What the Tab key goes through, in its order.
  [[nodiscard]] QWidgetList stops() const;

 Q_SIGNALS:
  void bringBackAsked();
  void forGoodAsked();  ///< asked twice

 private:
  QPushButton* addButton(QWidget* row, const char* role, const char* name, const QString& text);
  void addActions();
  void setAsking(bool asking);
  void askForGood();

  DeletedView m_thing;
  int m_place;
  QLabel* m_words = nullptr;
  QLabel* m_question = nullptr;
  QPushButton* m_read = nullptr;  ///< none where the words are never covered
  QPushButton* m_bringBack = nullptr;
  QPushButton* m_forGood = nullptr;
  QPushButton* m_leave = nullptr;
  bool m_asking = false;
};

}  // namespace footbridge::gui
