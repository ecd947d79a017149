// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/trouble_page.h"

#include <QFileInfo>

#include "gui/look/look.h"
#include "pages/ui_trouble_page.h"

namespace footbridge::gui {

TroublePage::TroublePage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::TroublePage>()) {
  m_ui->setupUi(this);
  connect(m_ui->anotherButton, &QPushButton::clicked, this, &TroublePage::anotherAsked);
  connect(m_ui->backupButton, &QPushButton::clicked, this, &TroublePage::backupAsked);
  connect(m_ui->againButton, &QPushButton::clicked, this, &TroublePage::againAsked);
  connect(m_ui->goOnButton, &QPushButton::clicked, this, &TroublePage::goOnAsked);
  connect(m_ui->newButton, &QPushButton::clicked, this, &TroublePage::newAsked);
  connect(m_ui->backButton, &QPushButton::clicked, this, &TroublePage::backAsked);
}

TroublePage::~TroublePage() = default;

QPushButton* TroublePage::buttonOf(WayOn way) const {
  switch (way) {
    case WayOn::Another:
      return m_ui->anotherButton;
    case WayOn::Backup:
      return m_ui->backupButton;
    case WayOn::Again:
      return m_ui->againButton;
    case WayOn::GoOn:
      break;
  }
  return m_ui->goOnButton;
}

void TroublePage::showTrouble(const Error& error, const QString& path, std::optional<Day> lastBackup) {
  const TroubleWords words = troubleWords(error, lastBackup);
  m_ui->titleLabel->setText(words.title);
  m_ui->safeLabel->setText(words.safe);
  m_ui->doLabel->setText(words.toDo);
  m_ui->anotherButton->setText(words.another);
  m_ui->backupButton->setText(tr("Bring a backup back…"));
  m_ui->goOnButton->setText(tr("Go on with this copy"));
  m_ui->fileLabel->setText(tr("The file: %1").arg(path));
  for (const WayOn way : {WayOn::Another, WayOn::Backup, WayOn::Again, WayOn::GoOn}) buttonOf(way)->hide();
  for (const WayOn way : words.ways) {
    const bool first = way == words.ways.front();
    buttonOf(way)->show();
    look::setRole(buttonOf(way), first ? "go" : "quiet");
  }
  showRefusal({});
  offerBack(false);
  setAccessibleName(words.title);
  buttonOf(words.ways.front())->setFocus();
}

void TroublePage::offerBack(bool offered) {
  m_ui->backButton->setVisible(offered);
}

void TroublePage::showRefusal(const QString& words) {
  m_ui->refusalLabel->setText(words);
  m_ui->refusalLabel->setVisible(!words.isEmpty());
}

void TroublePage::showEvent(QShowEvent* event) {
  m_ui->column->setMaximumWidth(look::px(680));
  QWidget::showEvent(event);
}

}  // namespace footbridge::gui
