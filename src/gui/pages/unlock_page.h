// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "domain/ports.h"
#include "gui/pages/page.h"

namespace footbridge::gui {

class CardButton;

namespace Ui {
class UnlockPage;
}

/// The lock screen: who is here, and the passphrase that opens their own words. Both partners look the same on it.
class UnlockPage : public Page {
  Q_OBJECT

 public:
  UnlockPage(VaultDoor& door, const PartnerStore& partners, QWidget* parent = nullptr);
  ~UnlockPage() override;

  /// Looks anew who there is and which doors are locked; nobody is chosen, unless there is only one.
  void refresh();
  /// Says why one of the two is asked for, until the next refresh(); there is a way back then in place of *ours*.
  void ask(const QString& title, const QString& lead);
  /// What the way to another journal is called.
  void setElsewhere(const QString& words);
  /// As if the partner had been clicked.
  void choose(PartnerId partner);

 Q_SIGNALS:
  void unlocked(footbridge::PartnerId partner);  ///< their door is open now, or never was locked
  void forgottenAsked(footbridge::PartnerId partner);
  void oursAsked();
  void backAsked();
  void elsewhereAsked();
  /// The passphrase fits, and what it opens cannot be read: there is more to say than has room here.
  void damageFound(const footbridge::Error& error);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void goOnAt(QWidget* field);
  struct Tile {
    PartnerId id;
    CardButton* button;
  };

  void wire();
  [[nodiscard]] QString leadWords() const;
  [[nodiscard]] QString nameOf(const Partner& who) const;
  void showTile(PartnerId id, const std::optional<Partner>& partner);
  void showDoor();
  [[nodiscard]] bool isAsked(PartnerId partner) const;
  void fillDoor(const Partner& who);
  void refuse(const QString& words);
  void refuse(const Error& error);
  void openDoor();
  void goOnWithOlder();
  [[nodiscard]] const Partner* chosen() const;
  void say(const QString& title, const QString& lead, const QString& leave);

  std::unique_ptr<Ui::UnlockPage> m_ui;
  VaultDoor& m_door;
  Error m_refusal;  ///< the last one that can be gone on with
  const PartnerStore& m_store;
  std::vector<Partner> m_partners;
  std::optional<PartnerId> m_chosen;
  bool m_isAsking = false;
};

}  // namespace footbridge::gui
