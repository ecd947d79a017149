// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "domain/error.h"
#include "gui/pages/deleted_view.h"

class QVBoxLayout;

namespace footbridge::gui {

class DeletedCard;

namespace Ui {
class DeletedPage;
}

/// What was deleted and can be brought back, or be deleted for good.
class DeletedPage : public QWidget {
  Q_OBJECT

 public:
  explicit DeletedPage(QWidget* parent = nullptr);
  ~DeletedPage() override;

  void showDeleted(const std::vector<DeletedView>& things);
  /// One calm line about what was just done.
  void showNotice(const QString& words);
  void showRefusal(const Error& error);
  /// No word of anything stays.
  void clear();

 Q_SIGNALS:
  void backAsked();
  void bringBackAsked(footbridge::EntryId id);
  void removeForGoodAsked(footbridge::EntryId id);

 protected:
  void hideEvent(QHideEvent* event) override;

 private:
  void addCard(const DeletedView& thing);

  std::unique_ptr<Ui::DeletedPage> m_ui;
  QVBoxLayout* m_rows = nullptr;  ///< of the page
  std::vector<DeletedCard*> m_cards;
};

}  // namespace footbridge::gui
