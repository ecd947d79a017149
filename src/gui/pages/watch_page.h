// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "domain/error.h"
#include "gui/pages/watch_view.h"

namespace footbridge::gui {

namespace Ui {
class WatchPage;
}

/// What the two want to watch, what they saw, and the plan. Only what both may read.
class WatchPage : public QWidget {
  Q_OBJECT

 public:
  explicit WatchPage(QWidget* parent = nullptr);
  ~WatchPage() override;

  void showList(const WatchView& view);
  /// One calm line; with a way back where `undo` says so.
  void showNotice(const QString& words, bool undo);
  void showRefusal(const Error& error);
  /// The form to add something, with a title that was begun.
  void showBegun(const QString& title);
  /// The title that is being typed; empty where none is.
  [[nodiscard]] QString begunTitle() const;
  /// No word of anything stays.
  void clear();

 Q_SIGNALS:
  void addAsked(const footbridge::gui::ViewingWords& words);
  void titleEdited();  ///< of something that is being added
  void addingLeft();   ///< by hand, and without adding it
  void openAsked(footbridge::EntryId id);
  void undoAsked();
  void joinAsked();  ///< there is one so far

 private:
  void wire();
  void setAdding(bool adding);
  void fill(QWidget& box, const std::vector<ViewingCard>& cards);
  void showPlan(const std::optional<PlanView>& plan);
  void orderTabs();

  std::unique_ptr<Ui::WatchPage> m_ui;
  Couple m_couple;
  QString m_plan;
};

}  // namespace footbridge::gui
