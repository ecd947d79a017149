// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "domain/partner.h"
#include "gui/preferences.h"

class QPushButton;

namespace footbridge::gui {

namespace Ui {
class SettingsPage;
}

struct SettingsContent {
  struct Person {
    Partner partner;
    bool isProtected = false;
    bool mayChange = true;  ///< their own vault is open
  };
  std::vector<Person> people;  ///< one or two, A first
  bool mayJoin = false;        ///< a second may come
  Preferences preferences;
  QString journal;  ///< where the file lies
  bool mayForget = false;  ///< it is found by itself at the next start
  QString backup;   ///< how old the last good backup is, in words; empty: none are made
};

/// Names, colours, and how this laptop shows and guards the journal. What is changed takes effect at once.
class SettingsPage : public QWidget {
  Q_OBJECT

 public:
  explicit SettingsPage(QWidget* parent = nullptr);
  ~SettingsPage() override;

  void showSettings(const SettingsContent& content);
  /// Said at the top; empty takes it away.
  void showProblem(const QString& words);

 Q_SIGNALS:
  void partnerChanged(const Partner& partner);
  void preferencesChanged(const Preferences& preferences);
  void protectAsked(PartnerId partner);
  void journalAsked();  ///< more about the file: backups, taking along, joining, leaving
  void joinAsked();     ///< there is one so far
  void forgetAsked();   ///< where the journal lies

 private:
  struct Part;
  void makeParts();
  void addColours(Part& part);
  void addChips();
  void wirePreferences();
  [[nodiscard]] QString nameOf(const Partner& partner) const;
  void showPerson(Part& part, const SettingsContent::Person* person);
  void showColours();
  void showPreferences();
  void changeName(Part& part);
  void changeColour(Part& part, PartnerColour colour);
  void change(const Preferences& preferences);

  std::unique_ptr<Ui::SettingsPage> m_ui;
  std::vector<Part> m_parts;
  std::vector<std::pair<ThemeChoice, QPushButton*>> m_themes;
  std::vector<std::pair<int, QPushButton*>> m_sizes;
  SettingsContent m_content;
};

}  // namespace footbridge::gui
