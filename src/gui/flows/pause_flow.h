// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <cstdint>
#include <optional>
#include <string>

#include "gui/flows/surroundings.h"

namespace footbridge::gui {

class PlayerPage;

/// A sitting that rests while the journal is locked: which one, and who sits in it. No secret is in it.
struct PausedSitting {
  SittingId sitting;
  std::optional<PartnerId> alone{};     ///< none: both
  std::optional<std::int64_t> until{};  ///< when they come back, in milliseconds since 1970; none: not said yet
  bool wasTogether =
      false;  ///< both sat at it, and had read what comes before it; else one of them waited for the other

  /// For an argument of the process that comes after this one, and back.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] static std::optional<PausedSitting> from(const std::string& text);
};

/// The pause of a locked journal: its page, until those who sit in it say that they are ready and have opened their
/// vaults again. A time to come back that is named only here lasts for as long as the pause is on screen, hidden or
/// not.
class PauseFlow : public QObject {
  Q_OBJECT

 public:
  explicit PauseFlow(const Surroundings& around, QObject* parent = nullptr);

  void show(const PausedSitting& paused);
  /// Nobody waits for it any more, as where somebody else is asked for. The sitting stays where it stands.
  void forget();

  /// The pause that is on now, if one is.
  [[nodiscard]] const std::optional<PausedSitting>& paused() const { return m_paused; }

 Q_SIGNALS:
  /// They are ready, and every vault that the sitting needs is open.
  void over(const footbridge::gui::PausedSitting& paused);
  /// Somebody goes on without it; the sitting stays where it stands.
  void left();

 private:
  void wire(PlayerPage& page);
  void plan(int minutes);
  void openNext();
  [[nodiscard]] Couple couple() const;
  [[nodiscard]] std::optional<PartnerId> nextLocked() const;

  Surroundings m_around;
  std::optional<PausedSitting> m_paused;
  bool m_opening = false;
  bool m_isWired = false;
};

}  // namespace footbridge::gui
