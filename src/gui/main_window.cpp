// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QStackedWidget>
#include <cassert>

#include "gui/accessible_widgets.h"
#include "gui/look/icon.h"
#include "gui/look/look.h"
#include "gui/pages/page.h"
#include "gui/second_click.h"
#include "gui/widgets/foot_strip.h"
#include "gui/widgets/side_bar.h"

namespace footbridge::gui {
namespace {

constexpr QSize kUsual(1280, 800);
constexpr QSize kLeast(760, 480);          ///< at 100 % text
constexpr QSize kLeastAtTwice(1024, 640);  ///< at 200 %: everything is to be usable in it
constexpr int kLeastPage = 420;            // beside the side bar, at 100 % text

/// What a window may be without an edge or the strip at its foot lying off the screen; its frame takes some of it.
QSize boundedTo(const QScreen* screen, QSize size) {
  constexpr QSize kFrame(16, 48);
  return screen == nullptr ? size : size.boundedTo(screen->availableSize() - kFrame).expandedTo(kLeast);
}

/// Larger text needs more room for the buttons at the head of a step, and keeps the words under them in sight.
QSize leastSize() {
  return kLeast + (kLeastAtTwice - kLeast) * (look::appearance().textPercent - 100) / 100;
}

/// The cover is a calendar in the task list too.
QString titleOf(PageName page) {
  return page == PageName::Cover ? MainWindow::tr("Calendar") : QStringLiteral("Footbridge");
}

void giveKeyboard(QWidget& page) {
  if (auto* own = qobject_cast<Page*>(&page)) return own->takeKeyboard();
  page.setFocus(Qt::OtherFocusReason);
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_column(new QVBoxLayout), m_stack(new QStackedWidget(this)) {
  installAccessibleWidgets();
  setWindowTitle(titleOf(m_current));
  setObjectName(QStringLiteral("mainWindow"));
  setMinimumSize(boundedTo(screen(), leastSize()));
  resize(boundedTo(screen(), kUsual));
  layOut();
  makeActions();
}

void MainWindow::layOut() {
  m_column->setSpacing(0);
  m_column->addWidget(m_stack, 1);
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(0);
  m_row->addLayout(m_column, 1);
}

QAction* MainWindow::action(const char* name, const QString& text, const QKeySequence& key) {
  auto* made = new QAction(text, this);
  made->setObjectName(QString::fromLatin1(name));
  made->setShortcut(key);
  made->setShortcutContext(Qt::WindowShortcut);
  addAction(made);
  return made;
}

void MainWindow::makeActions() {
  m_hide = action("hideAction", tr("Hide, or come back"), QKeySequence(Qt::Key_F8));
  m_hide->setAutoRepeat(false);
  m_lock = action("lockAction", tr("Lock"), QKeySequence(Qt::CTRL | Qt::Key_L));
  m_settings = action("settingsAction", tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
  m_safety = action("safetyAction", tr("If you don’t feel safe"), QKeySequence(Qt::Key_F1));
  m_leave = action("leaveAction", tr("Close Footbridge"), QKeySequence(Qt::CTRL | Qt::Key_Q));
  connect(m_hide, &QAction::triggered, this, &MainWindow::hideAsked);
  connect(m_lock, &QAction::triggered, this, &MainWindow::lockAsked);
  connect(m_settings, &QAction::triggered, this, [this] { Q_EMIT navigated(PageName::Settings); });
  connect(m_safety, &QAction::triggered, this, &MainWindow::safetyAsked);
  connect(m_leave, &QAction::triggered, this, &QWidget::close);
  new SecondClick(this);
  m_alwaysKeys = new AlwaysKeys(this);
  connect(m_alwaysKeys, &AlwaysKeys::hidePressed, this, &MainWindow::hideAsked);
  connect(m_alwaysKeys, &AlwaysKeys::safetyPressed, m_safety, &QAction::trigger);
}

void MainWindow::makeSideBar() {
  m_sideBar = new SideBar(this);
  m_row->insertWidget(0, m_sideBar);
  connect(m_sideBar, &SideBar::pageAsked, this, [this](PageName page) {
    m_sideBar->showPage(m_current);  // until whoever listens has really gone there
    Q_EMIT navigated(page);
  });
  connect(m_sideBar, &SideBar::hideAsked, this, &MainWindow::hideAsked);
  connect(m_sideBar, &SideBar::safetyAsked, this, [this] {
    m_sideBar->showPage(m_current);
    Q_EMIT safetyAsked();
  });
  connect(m_sideBar, &SideBar::menuAsked, this, &MainWindow::showMenu);
}

void MainWindow::makeFootStrip() {
  m_footStrip = new FootStrip(this);
  m_column->addWidget(m_footStrip);
  connect(m_footStrip, &FootStrip::hideAsked, this, &MainWindow::hideAsked);
  connect(m_footStrip, &FootStrip::safetyAsked, this, &MainWindow::safetyAsked);
  connect(m_footStrip, &FootStrip::menuAsked, this, &MainWindow::showMenu);
}

void MainWindow::makeBand() {
  m_band = new QLabel(this);
  m_band->setObjectName(QStringLiteral("band"));
  m_band->setProperty("look", QStringLiteral("band"));
  m_band->setProperty("tint", QStringLiteral("ours"));
  m_band->setAlignment(Qt::AlignCenter);
  m_column->insertWidget(0, m_band);
}

void MainWindow::showMenu(const QPoint& corner) {
  const std::array<std::pair<QAction*, QString>, 5> entries{{{m_hide, QStringLiteral("hide")},
                                                             {m_lock, QStringLiteral("lock")},
                                                             {m_settings, QStringLiteral("settings")},
                                                             {m_safety, QStringLiteral("safety")},
                                                             {m_leave, QStringLiteral("leave")}}};
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("menu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (isFolded()) addPages(*menu);
  for (const auto& [entry, name] : entries) {
    if (isFolded() && (entry == m_hide || entry == m_safety))
      continue;  // right beside it, and large text needs the room
    entry->setIcon(look::icon(name, look::theme().soft, look::px(20), devicePixelRatioF()));
    entry->setShortcutVisibleInContextMenu(true);
    menu->addAction(entry);
  }
  menu->popup(corner);
}

/// Called as they are in the side bar, which is made for it but stays away.
void MainWindow::addPages(QMenu& menu) {
  if (m_sideBar == nullptr) makeSideBar();
  m_sideBar->hide();
  for (const auto& [page, words] : m_sideBar->pages())
    menu.addAction(words, this, [this, page = page] { Q_EMIT navigated(page); });
  menu.addSeparator();
}

void MainWindow::addPage(PageName name, Factory factory) {
  m_factories[name] = {nullptr, std::move(factory)};
}

void MainWindow::addPage(PageName name, const QObject* maker, Factory factory) {
  m_factories[name] = {maker, std::move(factory)};
  connect(maker, &QObject::destroyed, this, [this, name, maker] {
    const auto made = m_factories.find(name);
    if (made != m_factories.end() && made->second.maker == maker) m_factories.erase(made);
  });
}

QWidget* MainWindow::page(PageName name) {
  if (const auto made = m_pages.find(name); made != m_pages.end()) return made->second;
  assert(mayMake(name));
  QWidget* made = m_factories.at(name).factory();
  m_stack->addWidget(made);
  m_pages[name] = made;
  return made;
}

void MainWindow::showPage(PageName name) {
  showPage(name, chromeOf(name));
}

void MainWindow::showPage(PageName name, Chrome chrome) {
  if (m_coveredForGood && name != PageName::Cover) return;
  QWidget* made = page(name);
  // Asked before anything goes: a page that hides hands the keyboard on to whatever comes next.
  const QWidget* focus = focusWidget();
  const bool inNav =
      chrome == Chrome::Nav && focus != nullptr && m_sideBar != nullptr && m_sideBar->isAncestorOf(focus);
  m_current = name;
  setWindowTitle(titleOf(name));
  showIcon();
  showChrome(chrome);
  allowActions();
  m_stack->setCurrentWidget(made);
  if (!inNav) giveKeyboard(*made);
  Q_EMIT shown(name);
}

void MainWindow::coverForGood() {
  m_coveredForGood = true;
  // On screen before the page under it goes: what that puts away may take as long as the journal is large.
  QWidget* cover = page(PageName::Cover);
  setWindowTitle(titleOf(PageName::Cover));
  showChrome(Chrome::Nothing);
  m_row->activate();
  cover->setGeometry(m_stack->rect());
  cover->raise();
  cover->show();
  repaint();
  showPage(PageName::Cover);
}

void MainWindow::forgetPages() {
  for (const auto& [name, made] : m_pages) putAway(*made);
  m_pages.clear();
}

void MainWindow::forgetUnseen(PageName name) {
  const auto made = m_pages.find(name);
  if (made == m_pages.end() || name == m_current) return;
  putAway(*made->second);
  m_pages.erase(made);
}

void MainWindow::putAway(QWidget& page) {
  m_stack->removeWidget(&page);
  page.deleteLater();
}

void MainWindow::showChrome(Chrome chrome) {
  m_chrome = chrome;
  fitChrome();
  if (m_sideBar != nullptr) m_sideBar->showPage(m_current);
  if (m_band != nullptr) m_band->setVisible(chrome != Chrome::Nothing && !m_band->text().isEmpty());
}

void MainWindow::fitChrome() {
  const bool hasBar = m_chrome == Chrome::Nav && !isFolded();
  const bool hasStrip = m_chrome == Chrome::Bare || isFolded();
  if (hasBar && m_sideBar == nullptr) makeSideBar();
  if (hasStrip && m_footStrip == nullptr) makeFootStrip();
  if (m_sideBar != nullptr) m_sideBar->setVisible(hasBar);
  if (m_footStrip != nullptr) m_footStrip->setVisible(hasStrip);
}

bool MainWindow::isFolded() const {
  const QSize needed(look::px(SideBar::kWidth + kLeastPage), look::px(SideBar::kHeight));
  return m_chrome == Chrome::Nav && (width() < needed.width() || height() < needed.height());
}

void MainWindow::setBand(const QString& words) {
  if (m_band == nullptr && words.isEmpty()) return;
  if (m_band == nullptr) makeBand();
  m_band->setText(words);
  m_band->setVisible(!words.isEmpty());
}

void MainWindow::setLockable(bool lockable) {
  m_lockable = lockable;
  allowActions();
}

/// No key but that of Hide does anything to the cover. Settings are one of the pages that the side bar leads to: from a
/// bare page they would lead out of a sitting, where both keys may be here.
void MainWindow::allowActions() {
  const bool covered = m_current == PageName::Cover;
  m_lock->setEnabled(m_lockable && !covered);
  m_settings->setEnabled(m_chrome == Chrome::Nav);
  m_safety->setEnabled(!covered);
}

/// Drawn once the first frame is on screen.
void MainWindow::showIcon() {
  const bool plain = m_current == PageName::Cover;
  if (!m_painted || windowIcon().isNull() == plain) return;
  setWindowIcon(plain ? QIcon() : look::programIcon(64));
}

void MainWindow::paintEvent(QPaintEvent* event) {
  QPainter(this).fillRect(event->rect(), look::theme().paper);
  if (m_painted) return;
  m_painted = true;
  QMetaObject::invokeMethod(this, &MainWindow::showIcon, Qt::QueuedConnection);
  Q_EMIT firstPainted();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitChrome();
}

void MainWindow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::StyleChange) return;
  setMinimumSize(boundedTo(screen(), leastSize()));
  fitChrome();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (m_mayClose && !m_mayClose()) return event->ignore();
  QWidget::closeEvent(event);
}

}  // namespace footbridge::gui
