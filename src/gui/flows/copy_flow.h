// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QObject>
#include <QPointer>
#include <array>
#include <functional>
#include <optional>
#include <string>

#include "gui/flows/surroundings.h"

namespace footbridge::gui {

/// Joins another copy of the journal into this one, and takes in what came with a copy and waits. Where a passphrase
/// of another time is needed its owner is asked, over whatever the window shows; it is forgotten right after.
class CopyFlow : public QObject {
  Q_OBJECT

 public:
  explicit CopyFlow(const Surroundings& around, QObject* parent = nullptr);

  /// Ends in joined(), calledOff() or refused().
  void join(const std::string& path);
  /// Something waits for this partner that their passphrase of today does not open. False while their vault is locked.
  [[nodiscard]] bool waitsFor(PartnerId partner) const;
  /// Ends in takenIn() or calledOff().
  void takeIn(PartnerId partner);

 Q_SIGNALS:
  /// A passphrase of theirs is about to be asked for, so that the laptop is theirs meanwhile.
  void asksFor(footbridge::PartnerId partner);
  void joined(const std::string& path, const footbridge::TakenIn& taken);
  /// `isAll`: the disk took all that waited.
  void takenIn(footbridge::PartnerId partner, bool isAll);
  void calledOff();
  void refused(const footbridge::Error& error);

 private:
  [[nodiscard]] Result<TakenIn> tryJoining() const;
  void settle(const Result<TakenIn>& joining);
  void askFor(const Partner& owner);
  [[nodiscard]] std::optional<Partner> otherThan(PartnerId owner) const;
  void forget();
  void present(PartnerId who, QDialog* dialog, const std::function<void(bool)>& finished);

  Surroundings m_around;
  std::string m_path;                                ///< of the copy that is being joined
  std::array<std::optional<Passphrase>, 2> m_typed;  ///< what that copy needed so far
  QPointer<QDialog> m_dialog;
};

}  // namespace footbridge::gui
