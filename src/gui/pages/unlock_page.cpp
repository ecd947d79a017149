// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/unlock_page.h"

#include <algorithm>

#include "gui/dialogs/busy_while.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/look/look.h"
#include "gui/steps/couple.h"
#include "gui/widgets/page_scroll.h"
#include "pages/ui_unlock_page.h"

namespace footbridge::gui {
namespace {

/// Damage to what only waits to be taken in leaves the journal as it was.
bool isOfJournal(const Error& error) {
  return error.kind == ErrorKind::Damaged && error.detail != "waiting";
}

}  // namespace

UnlockPage::UnlockPage(VaultDoor& door, const PartnerStore& partners, QWidget* parent)
    : Page(parent), m_ui(std::make_unique<Ui::UnlockPage>()), m_door(door), m_store(partners) {
  m_ui->setupUi(this);
  QSizePolicy steady = m_ui->doorCard->sizePolicy();
  steady.setRetainSizeWhenHidden(true);  // so that the two names stay where they are when one is picked
  m_ui->doorCard->setSizePolicy(steady);
  wire();
  refresh();
}

UnlockPage::~UnlockPage() = default;

void UnlockPage::wire() {
  // Whether it was clicked or toggled, as a screen reader does.
  for (const auto& [button, partner] :
       {std::pair{m_ui->partnerAButton, PartnerId::A}, {m_ui->partnerBButton, PartnerId::B}}) {
    connect(button, &QPushButton::toggled, this, [this, partner = partner](bool on) {
      if (on && m_chosen != partner) choose(partner);
    });
  }
  connect(m_ui->openButton, &QPushButton::clicked, this, &UnlockPage::openDoor);
  connect(m_ui->passphraseField, &PassphraseField::submitted, m_ui->openButton, &QPushButton::click);
  connect(m_ui->passphraseField, &PassphraseField::edited, m_ui->refusalLabel, &QWidget::hide);
  connect(m_ui->olderButton, &QPushButton::clicked, this, &UnlockPage::goOnWithOlder);
  connect(m_ui->passphraseField, &PassphraseField::edited, m_ui->olderRow, &QWidget::hide);
  connect(m_ui->forgottenButton, &QPushButton::clicked, this, [this] {
    m_ui->passphraseField->forget();
    if (m_chosen) Q_EMIT forgottenAsked(*m_chosen);
  });
  connect(m_ui->oursButton, &QPushButton::clicked, this, [this] {
    if (m_isAsking)
      Q_EMIT backAsked();
    else
      Q_EMIT oursAsked();
  });
  connect(m_ui->elsewhereButton, &QPushButton::clicked, this, &UnlockPage::elsewhereAsked);
}

void UnlockPage::say(const QString& title, const QString& lead, const QString& leave) {
  m_ui->titleLabel->setText(title);
  m_ui->leadLabel->setText(lead);
  m_ui->oursButton->setText(leave);
}

void UnlockPage::ask(const QString& title, const QString& lead) {
  m_isAsking = true;
  say(title, lead, tr("Go back"));
  m_ui->oursButton->show();
  m_ui->elsewhereButton->hide();
}

void UnlockPage::setElsewhere(const QString& words) {
  m_ui->elsewhereButton->setText(words);
}

void UnlockPage::refresh() {
  m_isAsking = false;
  m_partners = m_store.partners();
  say(tr("Who is here?"), leadWords(), tr("Look at what is ours"));
  m_ui->elsewhereButton->show();
  m_ui->passphraseField->forget();
  m_chosen.reset();
  for (const PartnerId id : {PartnerId::A, PartnerId::B}) {
    const auto found =
        std::find_if(m_partners.begin(), m_partners.end(), [id](const Partner& p) { return p.id == id; });
    showTile(id, found == m_partners.end() ? std::nullopt : std::optional(*found));
  }
  m_ui->oursButton->setVisible(m_door.door(VaultId::Ours) != DoorState::Locked && m_partners.size() > 1);
  if (m_partners.size() == 1) return choose(m_partners.front().id);
  showDoor();
  goOnAt(m_ui->partnerAButton);
}

/// Locked is only what has a passphrase.
QString UnlockPage::leadWords() const {
  std::vector<const Partner*> without;
  for (const Partner& partner : m_partners)
    if (!isAsked(partner.id)) without.push_back(&partner);
  if (without.size() == m_partners.size()) return tr("Nothing is locked yet. A passphrase locks your own words.");
  if (m_partners.size() == 1) return tr("What you wrote is put away. Your passphrase opens it.");
  if (without.empty()) return tr("What you wrote is put away. Each of you opens your own words.");
  const Partner& open = *without.front();
  const Partner& locked = &open == &m_partners.front() ? m_partners.back() : m_partners.front();
  return tr("What %1 wrote is put away. %2 has no passphrase yet, so what %2 wrote is not locked.")
      .arg(nameToSay(locked, open), nameToSay(open, locked));
}

QString UnlockPage::nameOf(const Partner& who) const {
  std::optional<Partner> other;
  for (const Partner& partner : m_partners)
    if (partner.id != who.id) other = partner;
  return nameToSay(who, other);
}

void UnlockPage::showTile(PartnerId id, const std::optional<Partner>& partner) {
  const bool isA = id == PartnerId::A;
  CardButton* button = isA ? m_ui->partnerAButton : m_ui->partnerBButton;
  button->setVisible(partner.has_value());
  if (!partner) return;
  const QString name = nameOf(*partner);
  (isA ? m_ui->partnerADot : m_ui->partnerBDot)->showWho(name, look::tintOf(id));
  (isA ? m_ui->partnerAName : m_ui->partnerBName)->setText(name);
  button->setAccessibleName(name);
}

void UnlockPage::choose(PartnerId partner) {
  m_ui->passphraseField->forget();
  m_chosen = partner;
  showDoor();
  if (m_ui->passphraseField->isVisibleTo(this))
    goOnAt(m_ui->passphraseField);
  else
    goOnAt(m_ui->openButton);
}

/// On a page that is read already, what is to be done next comes wholly into sight.
void UnlockPage::goOnAt(QWidget* field) {
  beginAt(field);
  PageScroll::follow(*field);
}

/// Also of somebody whose part is open just now: somebody else may have the laptop.
bool UnlockPage::isAsked(PartnerId partner) const {
  return m_door.door(vaultOf(partner)) != DoorState::Open;
}

const Partner* UnlockPage::chosen() const {
  for (const Partner& partner : m_partners) {
    if (partner.id == m_chosen) return &partner;
  }
  return nullptr;
}

void UnlockPage::showDoor() {
  const Partner* who = chosen();
  for (const Tile& tile : {Tile{PartnerId::A, m_ui->partnerAButton}, Tile{PartnerId::B, m_ui->partnerBButton}}) {
    const bool on = who != nullptr && who->id == tile.id;
    tile.button->setChecked(on);
    look::setProperty(tile.button, "look", on ? QStringLiteral("banner") : QStringLiteral("card"));
    look::setTint(tile.button, on ? look::tintOf(tile.id) : QString());
  }
  m_ui->doorCard->setVisible(who != nullptr);
  m_ui->refusalLabel->hide();
  m_ui->olderRow->hide();
  if (who != nullptr)
    fillDoor(*who);
  else if (!m_partners.empty())
    fillDoor(m_partners.front());  // unseen; its words say how much room to keep
}

void UnlockPage::fillDoor(const Partner& who) {
  const QString name = nameOf(who);
  const bool locked = isAsked(who.id);
  m_ui->helloLabel->setText(tr("Hello, %1").arg(name));
  m_ui->openLead->setText(locked ? tr("Your words are here, as you left them.")
                          : m_partners.size() == 1
                              ? tr("You have no passphrase yet. Anyone with this laptop can read what is here.")
                              : tr("You have no passphrase yet. Anyone with this laptop can read your words, and what "
                                   "is for both of you."));
  for (QWidget* part : {static_cast<QWidget*>(m_ui->fieldLabel), static_cast<QWidget*>(m_ui->passphraseField),
                        static_cast<QWidget*>(m_ui->forgottenButton)}) {
    part->setVisible(locked);
  }
  m_ui->openButton->setText(locked ? tr("Open") : tr("Go in as %1").arg(name));
  look::setRole(m_ui->openButton, who.id == PartnerId::A ? "a" : "b");
}

void UnlockPage::openDoor() {
  const Partner* who = chosen();
  if (who == nullptr) return;
  const PartnerId id = who->id;
  if (!isAsked(id)) {
    Q_EMIT unlocked(id);
    return;
  }
  const bool isEmpty = m_ui->passphraseField->isEmpty();
  const std::optional<Passphrase> typed = m_ui->passphraseField->take();
  if (!typed) return refuse(isEmpty ? tr("Type your passphrase, then press Open.") : tooLongText());
  const Result<void> opened = [&] {
    const BusyWhile busy(*this, *m_ui->openButton, tr("Opening…"));
    return m_door.unlock(id, *typed);
  }();
  if (!opened) return refuse(opened.error());
  Q_EMIT unlocked(id);
}

void UnlockPage::refuse(const Error& error) {
  m_refusal = error;
  if (isOfJournal(error)) m_ui->openLead->setText(tr("Not all of your words can be read here."));
  refuse(refusalText(error));
  m_ui->olderRow->setVisible(error.kind == ErrorKind::RolledBack);
  if (isOfJournal(error)) Q_EMIT damageFound(error);
}

/// Their own part is older than the one last used here, or lacks something, and they know why.
void UnlockPage::goOnWithOlder() {
  const auto taken = m_door.accept(m_refusal);
  m_ui->olderRow->hide();
  refuse(taken ? tr("This copy it is, then. Type your passphrase once more.") : refusalText(taken.error()));
}

void UnlockPage::refuse(const QString& words) {
  m_ui->olderRow->hide();
  m_ui->refusalLabel->setText(words);
  m_ui->refusalLabel->show();
  goOnAt(m_ui->passphraseField);
}

void UnlockPage::showEvent(QShowEvent* event) {
  m_ui->column->setMaximumWidth(look::px(600));
  Page::showEvent(event);
}

void UnlockPage::hideEvent(QHideEvent* event) {
  m_ui->passphraseField->forget();
  Page::hideEvent(event);
}

}  // namespace footbridge::gui
