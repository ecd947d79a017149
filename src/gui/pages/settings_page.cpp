// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/settings_page.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

#include "gui/look/look.h"
#include "gui/steps/couple.h"
#include "gui/widgets/page_scroll.h"
#include "pages/ui_settings_page.h"

namespace footbridge::gui {
namespace {

constexpr std::array kTextSizes{100, 125, 150, 175, 200};
constexpr std::array kIdleMinutes{2, 5, 10, 20, 30, Preferences::kNeverLock};

QString colourName(PartnerColour colour) {
  switch (colour) {
    case PartnerColour::Ember:
      return SettingsPage::tr("Ember");
    case PartnerColour::Lagoon:
      return SettingsPage::tr("Lagoon");
    case PartnerColour::Moss:
      return SettingsPage::tr("Moss");
    case PartnerColour::Plum:
      return SettingsPage::tr("Plum");
    case PartnerColour::Ochre:
      return SettingsPage::tr("Ochre");
    case PartnerColour::Slate:
      return SettingsPage::tr("Slate");
  }
  return {};
}

QPushButton* addChip(QWidget* row, const QString& text, const QString& name) {
  auto* chip = new QPushButton(text, row);
  chip->setObjectName(row->objectName() + u'_' + name);
  chip->setProperty("role", QStringLiteral("chip"));
  chip->setCheckable(true);
  return chip;
}

/// What hides and what locks, and whether anything does.
QString lockWords(const std::vector<SettingsContent::Person>& people) {
  if (std::ranges::any_of(people, &SettingsContent::Person::isProtected)) {
    QString keys = SettingsPage::tr(
        "F8 hides and locks at once; F8 or a double click brings you back to the lock screen. Ctrl+L locks.");
    if (people.size() < 2) return keys;
    return SettingsPage::tr("It does not lock while one of you has the floor in a talk. %1").arg(keys);
  }
  const QString hide =
      SettingsPage::tr("Nothing locks before there is a passphrase. F8 hides; F8 or a double click brings you back.");
  return people.size() < 2 ? hide : SettingsPage::tr("%1 Ctrl+L asks who is here.").arg(hide);
}

QString ownPartWords(const SettingsContent::Person& person, const QString& name) {
  if (!person.isProtected) return SettingsPage::tr("%1’s own part has no passphrase yet.").arg(name);
  const QString has = SettingsPage::tr("%1’s own part has a passphrase.").arg(name);
  return person.mayChange ? has : SettingsPage::tr("%2 %1 can change this once %1 is here.").arg(name, has);
}

}  // namespace

/// The card of one partner: the form's widgets for it, and who is shown in it.
struct SettingsPage::Part {
  QWidget* card;
  AvatarDot* dot;
  QLabel* title;
  QLineEdit* name;
  QLabel* problem;
  QWidget* colourRow;
  QLabel* protectLabel;
  QPushButton* protect;
  std::vector<std::pair<PartnerColour, QPushButton*>> colours{};
  std::optional<Partner> partner{};
  bool mayChange = false;
};

SettingsPage::SettingsPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::SettingsPage>()) {
  m_ui->setupUi(this);
  makeParts();
  addChips();
  wirePreferences();
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::makeParts() {
  m_parts.push_back({m_ui->firstCard, m_ui->firstDot, m_ui->firstTitle, m_ui->firstNameEdit, m_ui->firstProblemLabel,
                     m_ui->firstColours, m_ui->firstProtectLabel, m_ui->firstProtectButton});
  m_parts.push_back({m_ui->secondCard, m_ui->secondDot, m_ui->secondTitle, m_ui->secondNameEdit,
                     m_ui->secondProblemLabel, m_ui->secondColours, m_ui->secondProtectLabel,
                     m_ui->secondProtectButton});
  for (Part& part : m_parts) {
    addColours(part);
    connect(part.name, &QLineEdit::editingFinished, this, [this, &part] { changeName(part); });
    connect(part.protect, &QPushButton::clicked, this, [this, &part] {
      if (part.partner) Q_EMIT protectAsked(part.partner->id);
    });
  }
}

void SettingsPage::addColours(Part& part) {
  QWidget* before = part.name;
  for (const PartnerColour colour : kPartnerColours) {
    const QString token = look::tokenOf(colour).toString();
    QPushButton* chip = addChip(part.colourRow, colourName(colour), token);
    chip->setProperty("tint", token);
    chip->setProperty("dot", token);
    connect(chip, &QPushButton::clicked, this, [this, &part, colour] { changeColour(part, colour); });
    part.colours.emplace_back(colour, chip);
    setTabOrder(before, chip);
    before = chip;
  }
  setTabOrder(before, part.protect);
}

void SettingsPage::addChips() {
  const auto theme = [this](ThemeChoice choice, const QString& text, const QString& name) {
    QPushButton* chip = addChip(m_ui->themeRow, text, name);
    connect(chip, &QPushButton::clicked, this, [this, choice] {
      Preferences wanted = m_content.preferences;
      wanted.appearance.theme = choice;
      change(wanted);
    });
    m_themes.emplace_back(choice, chip);
  };
  theme(ThemeChoice::System, tr("Same as this computer"), QStringLiteral("system"));
  theme(ThemeChoice::Light, tr("Light"), QStringLiteral("light"));
  theme(ThemeChoice::Dark, tr("Dark"), QStringLiteral("dark"));
  for (const int percent : kTextSizes) {
    QPushButton* chip = addChip(m_ui->textRow, tr("%1 %").arg(percent), QString::number(percent));
    chip->setAccessibleName(tr("Text size %1 percent").arg(percent));
    connect(chip, &QPushButton::clicked, this, [this, percent] {
      Preferences wanted = m_content.preferences;
      wanted.appearance.textPercent = percent;
      change(wanted);
    });
    m_sizes.emplace_back(percent, chip);
  }
}

void SettingsPage::wirePreferences() {
  connect(m_ui->journalButton, &QPushButton::clicked, this, &SettingsPage::journalAsked);
  connect(m_ui->joinButton, &QPushButton::clicked, this, &SettingsPage::joinAsked);
  connect(m_ui->forgetButton, &QPushButton::clicked, this, &SettingsPage::forgetAsked);
  setTabOrder(m_ui->secondProtectButton, m_ui->joinButton);
  QWidget* before = m_ui->joinButton;
  for (const auto& [choice, chip] : m_themes) setTabOrder(std::exchange(before, chip), chip);
  for (const auto& [percent, chip] : m_sizes) setTabOrder(std::exchange(before, chip), chip);
  setTabOrder(before, m_ui->motionCheck);
  setTabOrder(m_ui->motionCheck, m_ui->idleCombo);
  setTabOrder(m_ui->idleCombo, m_ui->journalButton);
  setTabOrder(m_ui->journalButton, m_ui->forgetButton);
  m_ui->idleCombo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_ui->idleCombo->setMinimumContentsLength(10);
  for (const int minutes : kIdleMinutes)
    m_ui->idleCombo->addItem(minutes == Preferences::kNeverLock ? tr("never") : tr("%1 minutes").arg(minutes), minutes);
  connect(m_ui->motionCheck, &QCheckBox::toggled, this, [this](bool motion) {
    Preferences wanted = m_content.preferences;
    wanted.appearance.motion = motion;
    change(wanted);
  });
  connect(m_ui->idleCombo, &QComboBox::activated, this, [this] {
    Preferences wanted = m_content.preferences;
    wanted.idleLockMinutes = m_ui->idleCombo->currentData().toInt();
    change(wanted);
  });
}

void SettingsPage::showSettings(const SettingsContent& content) {
  m_content = content;
  for (std::size_t i = 0; i < m_parts.size(); ++i)
    showPerson(m_parts[i], i < content.people.size() ? &content.people[i] : nullptr);
  showColours();
  showPreferences();
  m_ui->idleNote->setText(lockWords(content.people));
  m_ui->partnersRow->setVisible(!content.people.empty());
  m_ui->joinCard->setVisible(content.mayJoin);
  m_ui->journalLabel->setText(QFileInfo(content.journal).fileName());
  const QString plain = tr("One file. Footbridge sends nothing anywhere.");
  m_ui->journalNote->setText(content.backup.isEmpty() ? plain : plain + QLatin1Char(' ') + content.backup);
  m_ui->forgetButton->setVisible(content.mayForget);
  m_ui->journalCard->setVisible(!content.journal.isEmpty());
  showProblem({});
}

/// As it is said wherever it is not being changed.
QString SettingsPage::nameOf(const Partner& partner) const {
  Couple couple;
  for (const auto& person : m_content.people)
    (person.partner.id == PartnerId::A ? couple.a : couple.b) = person.partner;
  return couple.name(partner.id);
}

void SettingsPage::showPerson(Part& part, const SettingsContent::Person* person) {
  part.partner = person == nullptr ? std::nullopt : std::optional(person->partner);
  part.card->setVisible(person != nullptr);
  if (person == nullptr) return;
  const QString name = nameOf(person->partner);
  part.mayChange = person->mayChange;
  part.dot->showWho(name, look::tintOf(person->partner.id));
  part.title->setText(name);
  part.name->setText(QString::fromStdString(person->partner.name.text()));
  part.name->setAccessibleName(tr("Name of %1").arg(name));
  part.name->setEnabled(part.mayChange);
  part.problem->hide();
  part.protectLabel->setText(ownPartWords(*person, name));
  part.protect->setText(person->isProtected ? tr("Change passphrase") : tr("Set a passphrase"));
  part.protect->setAccessibleName(tr("%1: %2").arg(name, part.protect->text()));
  part.protect->setEnabled(part.mayChange);
}

void SettingsPage::showColours() {
  for (Part& part : m_parts) {
    if (!part.partner) continue;
    const QString name = nameOf(*part.partner);
    for (const auto& [colour, chip] : part.colours) {
      bool taken = false;
      for (const Part& other : m_parts)
        taken = taken || (&other != &part && other.partner && other.partner->colour == colour);
      chip->setChecked(part.partner->colour == colour);
      chip->setEnabled(part.mayChange && !taken);
      // Nothing that is disabled looks chosen; of whoever cannot change theirs now it is the one that is there.
      chip->setVisible(part.mayChange || chip->isChecked());
      chip->setAccessibleName(tr("%1 for %2").arg(colourName(colour), name));
    }
  }
}

void SettingsPage::showPreferences() {
  const Preferences& shown = m_content.preferences;
  for (const auto& [choice, chip] : m_themes) chip->setChecked(choice == shown.appearance.theme);
  for (const auto& [percent, chip] : m_sizes) chip->setChecked(percent == shown.appearance.textPercent);
  const QSignalBlocker quiet(m_ui->motionCheck);
  m_ui->motionCheck->setChecked(shown.appearance.motion);
  m_ui->idleCombo->setCurrentIndex(m_ui->idleCombo->findData(shown.idleLockMinutes));
}

void SettingsPage::changeName(Part& part) {
  if (!part.partner) return;
  const auto name = PartnerName::from(part.name->text().toStdString());
  const bool isMissing = part.name->text().trimmed().isEmpty();
  part.problem->setText(name        ? QString()
                        : isMissing ? tr("A name is missing. Any short one will do.")
                                    : tr("That name does not fit. Up to 40 letters on one line will do."));
  part.problem->setVisible(!name);
  if (!name || *name == part.partner->name) return;
  part.partner->name = *name;
  Q_EMIT partnerChanged(Partner(*part.partner));
}

void SettingsPage::changeColour(Part& part, PartnerColour colour) {
  if (part.partner && part.partner->colour != colour) {
    part.partner->colour = colour;
    Q_EMIT partnerChanged(Partner(*part.partner));
  }
  showColours();
}

void SettingsPage::change(const Preferences& preferences) {
  const bool differs = preferences != m_content.preferences;
  m_content.preferences = preferences;
  showPreferences();
  if (differs) Q_EMIT preferencesChanged(preferences);
  // Larger text moves everything; the button that made it larger stays in sight.
  if (QWidget* focus = focusWidget()) PageScroll::follow(*focus);
}

void SettingsPage::showProblem(const QString& words) {
  m_ui->problemLabel->setText(words);
  m_ui->problemLabel->setVisible(!words.isEmpty());
}

}  // namespace footbridge::gui
