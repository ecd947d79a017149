// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>
#include <map>

#include "gui/always_keys.h"
#include "gui/page_name.h"

class QAction;
class QLabel;
class QMenu;
class QBoxLayout;
class QStackedWidget;

namespace footbridge::gui {

class FootStrip;
class SideBar;

/// The page stack and the way about it, nothing else. Pages are made when first shown. Its title is never more than
/// the program's name, and no more than "Calendar" while it is covered. Where the window is too small for a side bar,
/// or the text too large, the strip at the foot stands in for it, and its menu has the pages.
class MainWindow : public QWidget {
  Q_OBJECT

 public:
  using Factory = std::function<QWidget*()>;

  explicit MainWindow(QWidget* parent = nullptr);

  /// The factory runs once, when the page is first asked for; the window owns what it makes.
  void addPage(PageName name, Factory factory);
  /// The same for as long as there is a `maker`.
  void addPage(PageName name, const QObject* maker, Factory factory);
  [[nodiscard]] bool mayMake(PageName name) const { return m_factories.contains(name); }
  /// Makes the page if need be. Its factory must have been added.
  [[nodiscard]] QWidget* page(PageName name);
  [[nodiscard]] bool isMade(PageName name) const { return m_pages.contains(name); }
  template <typename Page>
  [[nodiscard]] Page& pageAs(PageName name) {
    return *qobject_cast<Page*>(page(name));
  }

  void showPage(PageName name);
  void showPage(PageName name, Chrome chrome);
  /// Shows the cover, and from then on no other page, whatever is still going on: this process ends in a moment.
  void coverForGood();
  [[nodiscard]] bool isCoveredForGood() const { return m_coveredForGood; }
  /// Somebody asked for the page of safety over a dialog, and it has yet to come.
  [[nodiscard]] bool isOnWayToSafety() const { return m_alwaysKeys->isOnWayToSafety(); }
  [[nodiscard]] PageName currentPage() const { return m_current; }
  [[nodiscard]] Chrome currentChrome() const { return m_chrome; }
  /// Destroys pages, made or shown, so that the next showPage() makes them anew: for locking and for a new journal.
  void forgetPages();
  /// The same of one, unless it stands in the window.
  void forgetUnseen(PageName name);

  /// A line above every page ("Made-up couple · nothing is kept"); empty takes it away.
  void setBand(const QString& words);
  /// Asked whenever the window is to close: the last moment to save. It stays open where `may` answers false.
  void askBeforeClosing(std::function<bool()> may) { m_mayClose = std::move(may); }
  /// Whether there is anything that Lock could lock.
  void setLockable(bool lockable);

 Q_SIGNALS:
  void navigated(PageName page);  ///< somebody asked for a page in the side bar; it is not shown yet
  void shown(PageName page);      ///< it stands in the window now
  void lockAsked();
  void hideAsked();  ///< also over an open dialog or menu, which closes right after; on the cover: to come back
  void safetyAsked();  ///< also over an open dialog or menu, which is closed by then
  /// From within the first paint; work for afterwards belongs in a queued connection.
  void firstPainted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;

 private:
  void layOut();
  void putAway(QWidget& page);
  void makeActions();
  void makeSideBar();
  void makeFootStrip();
  void makeBand();
  QAction* action(const char* name, const QString& text, const QKeySequence& key);
  void showMenu(const QPoint& corner);
  void addPages(QMenu& menu);
  void showChrome(Chrome chrome);
  void fitChrome();
  [[nodiscard]] bool isFolded() const;  ///< there is no room for the side bar that the page is to have
  void allowActions();
  void showIcon();

  struct Making {
    const QObject* maker = nullptr;
    Factory factory;
  };
  std::map<PageName, Making> m_factories;
  std::map<PageName, QWidget*> m_pages;
  PageName m_current = PageName::Today;
  Chrome m_chrome = Chrome::Nothing;  ///< nothing before the first page
  SideBar* m_sideBar = nullptr;       ///< made when a page first wants it
  FootStrip* m_footStrip = nullptr;   ///< likewise
  QLabel* m_band = nullptr;           ///< likewise
  QBoxLayout* m_row;
  QBoxLayout* m_column;
  QStackedWidget* m_stack;
  QAction* m_hide = nullptr;
  QAction* m_lock = nullptr;
  QAction* m_settings = nullptr;
  QAction* m_safety = nullptr;
  AlwaysKeys* m_alwaysKeys = nullptr;
  QAction* m_leave = nullptr;
  std::function<bool()> m_mayClose;
  bool m_lockable = true;
  bool m_coveredForGood = false;
  bool m_painted = false;
};

}  // namespace footbridge::gui
