// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/passphrase.h"

namespace footbridge::gui {

namespace Ui {
class NewPassphraseForm;
}

/// A new passphrase, typed twice, with plain words on how hard it is to guess while it grows.
class NewPassphraseForm : public QWidget {
  Q_OBJECT

 public:
  explicit NewPassphraseForm(QWidget* parent = nullptr);
  ~NewPassphraseForm() override;

  /// Words that a partner would try first; they count for nothing.
  void setGuessable(std::vector<std::string> words);

  /// What is still missing, in words, with the keyboard put where it is missing. Empty when it can be taken.
  [[nodiscard]] QString askForRest();
  /// The passphrase while both lines keep it, for a try that may have to be made again.
  [[nodiscard]] std::optional<Passphrase> peek() const;
  /// The passphrase; both lines are empty afterwards. Empty unless nothing was missing.
  [[nodiscard]] std::optional<Passphrase> take();
  void forget();

 Q_SIGNALS:
  void edited();
  void submitted();

 private:
  [[nodiscard]] bool strongEnough() const;
  [[nodiscard]] bool isTooLong() const;
  [[nodiscard]] bool same() const;
  void showStrength();
  void showMatch();

  std::unique_ptr<Ui::NewPassphraseForm> m_ui;
  std::vector<std::string> m_guessable;
};

}  // namespace footbridge::gui
