// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/copy_flow.h"

#include <memory>
#include <string_view>
#include <utility>

#include "gui/dialogs/copy_passphrase_dialog.h"
#include "gui/main_window.h"

namespace footbridge::gui {
namespace {

constexpr std::string_view kVaultOfA = "a";  ///< place of OtherPassphrase

std::size_t placeOf(PartnerId who) {
  return who == PartnerId::A ? 0 : 1;
}

/// Whose passphrase the copy wants next; none where nothing is wanted, or the failure is another one.
std::optional<PartnerId> wantedBy(const Result<TakenIn>& joining) {
  if (joining || joining.error().kind != ErrorKind::OtherPassphrase) return std::nullopt;
  return joining.error().place == kVaultOfA ? PartnerId::A : PartnerId::B;
}

}  // namespace

CopyFlow::CopyFlow(const Surroundings& around, QObject* parent) : QObject(parent), m_around(around) {}

// Joining.

void CopyFlow::join(const std::string& path) {
  if (m_dialog) return;
  m_path = path;
  settle(tryJoining());
}

Result<TakenIn> CopyFlow::tryJoining() const {
  const auto typed = [this](PartnerId who) { return m_typed[placeOf(who)] ? &*m_typed[placeOf(who)] : nullptr; };
  return m_around.journal.exchange()->mergeFrom(m_path, {typed(PartnerId::A), typed(PartnerId::B)});
}

void CopyFlow::settle(const Result<TakenIn>& joining) {
  const auto whose = wantedBy(joining);
  // Asked once already and taken: then it is no passphrase that is missing.
  const auto owner = whose && !m_typed[placeOf(*whose)] ? coupleOf(m_around.journal).of(*whose) : std::nullopt;
  if (owner) return askFor(*owner);
  const std::string path = m_path;
  forget();
  if (joining) return Q_EMIT joined(path, *joining);
  Q_EMIT refused(joining.error());
}

void CopyFlow::askFor(const Partner& owner) {
  const auto outcome = std::make_shared<Result<TakenIn>>(Error{ErrorKind::OtherPassphrase});
  const auto attempt = [this, whose = owner.id, outcome](Passphrase typed) -> Result<void> {
    m_typed[placeOf(whose)] = std::move(typed);
    *outcome = tryJoining();
    if (*outcome || outcome->error().kind != ErrorKind::WrongPassphrase) return {};
    m_typed[placeOf(whose)].reset();
    return outcome->error();
  };
  present(
      owner.id,
      new CopyPassphraseDialog(owner, otherThan(owner.id), CopyPassphraseDialog::Why::Join, attempt, &m_around.window),
      [this, outcome](bool opened) {
        if (opened) return settle(*outcome);
        forget();
        Q_EMIT calledOff();
      });
}

std::optional<Partner> CopyFlow::otherThan(PartnerId owner) const {
  return coupleOf(m_around.journal).of(otherOf(owner));
}

void CopyFlow::forget() {
  m_path.clear();
  for (auto& typed : m_typed) typed.reset();
}

// Taking in.

bool CopyFlow::waitsFor(PartnerId partner) const {
  const Exchange* const exchange = m_around.journal.exchange();
  return exchange != nullptr && exchange->waitsForOtherPassphrase(partner);
}

void CopyFlow::takeIn(PartnerId partner) {
  const auto owner = coupleOf(m_around.journal).of(partner);
  if (m_dialog || !owner || !waitsFor(partner)) return Q_EMIT calledOff();
  const auto isAll = std::make_shared<bool>(true);
  const auto attempt = [this, partner, isAll](const Passphrase& typed) -> Result<void> {
    const auto taken = m_around.journal.exchange()->takeInWaiting(partner, typed);
    if (!taken) return taken.error();
    *isAll = !taken->cutShort;
    return {};
  };
  present(partner,
          new CopyPassphraseDialog(*owner, otherThan(partner), CopyPassphraseDialog::Why::Waiting, attempt,
                                   &m_around.window),
          [this, partner, isAll](bool opened) {
            if (opened)
              Q_EMIT takenIn(partner, *isAll);
            else
              Q_EMIT calledOff();
          });
}

void CopyFlow::present(PartnerId who, QDialog* dialog, const std::function<void(bool)>& finished) {
  m_dialog = dialog;
  connect(dialog, &QDialog::finished, this, [this, dialog, finished](int outcome) {
    m_dialog.clear();
    dialog->deleteLater();
    finished(outcome == QDialog::Accepted);
  });
  Q_EMIT asksFor(who);
  dialog->open();
}

}  // namespace footbridge::gui
