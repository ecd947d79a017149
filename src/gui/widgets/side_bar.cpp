// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/side_bar.h"

#include <QEvent>
#include <QPainter>

#include "gui/look/look.h"
#include "widgets/ui_side_bar.h"

namespace footbridge::gui {
namespace {

PageName entryFor(PageName page) {
  switch (page) {
    case PageName::Exercise:
    case PageName::Journey:
      return PageName::Practices;
    case PageName::Entry:
    case PageName::Note:
    case PageName::OpenLines:
    case PageName::Deleted:
      return PageName::Story;
    case PageName::Viewing:
      return PageName::Watch;
    case PageName::Journal:
    case PageName::TakeOut:
      return PageName::Settings;
    default:
      return page;
  }
}

/// No toggle, which a screen reader would call a check box.
void mark(QPushButton& button, bool isHere) {
  look::setProperty(&button, "here", isHere);
  button.setAccessibleDescription(isHere ? SideBar::tr("You are here") : QString());
}

}  // namespace

SideBar::SideBar(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::SideBar>()) {
  m_ui->setupUi(this);
  wireButtons();
  fitWidth();
}

SideBar::~SideBar() = default;

std::vector<std::pair<PageName, QPushButton*>> SideBar::entries() const {
  return {{PageName::Today, m_ui->todayButton},
          {PageName::Practices, m_ui->practicesButton},
          {PageName::WeeklyLook, m_ui->lookButton},
          {PageName::Story, m_ui->storyButton},
          {PageName::Watch, m_ui->watchButton}};
}

std::vector<std::pair<PageName, QString>> SideBar::pages() const {
  std::vector<std::pair<PageName, QString>> pages;
  for (const auto& [page, button] : entries()) pages.emplace_back(page, button->text());
  return pages;
}

void SideBar::wireButtons() {
  const auto leads = [this](QPushButton* button, PageName page) {
    connect(button, &QPushButton::clicked, this, [this, page] { Q_EMIT pageAsked(page); });
  };
  for (const auto& [page, button] : entries()) leads(button, page);
  leads(m_ui->settingsButton, PageName::Settings);
  connect(m_ui->safetyButton, &QPushButton::clicked, this, &SideBar::safetyAsked);
  connect(m_ui->hideButton, &QPushButton::clicked, this, &SideBar::hideAsked);
  connect(m_ui->menuButton, &QPushButton::clicked, this,
          [this] { Q_EMIT menuAsked(m_ui->menuButton->mapToGlobal(QPoint(0, m_ui->menuButton->height()))); });
}

void SideBar::showPage(PageName page) {
  if (page == PageName::Evidence) return;  // read from many a page, it belongs to the one that it was come from
  const PageName entry = entryFor(page);
  for (const auto& [leadsTo, button] : entries()) mark(*button, entry == leadsTo);
  mark(*m_ui->settingsButton, entry == PageName::Settings);
  mark(*m_ui->safetyButton, entry == PageName::Safety);
}

void SideBar::fitWidth() {
  setFixedWidth(std::max(look::px(kWidth), minimumSizeHint().width()));
}

void SideBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), look::theme().sunk);
  painter.fillRect(QRect(width() - 1, 0, 1, height()), look::theme().line);
}

void SideBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::StyleChange) fitWidth();
}

}  // namespace footbridge::gui
