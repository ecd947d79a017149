// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "domain/passphrase.h"

class QPushButton;

namespace footbridge::gui {

class SecretLineEdit;

/// A line for a secret with a button that shows what is typed. Keyboard focus given to the field goes to the line.
class PassphraseField : public QWidget {
  Q_OBJECT
  Q_PROPERTY(QString label READ label WRITE setLabel)

 public:
  explicit PassphraseField(QWidget* parent = nullptr);

  /// What a screen reader calls the line.
  [[nodiscard]] QString label() const;
  void setLabel(const QString& label);

  [[nodiscard]] bool isEmpty() const;
  [[nodiscard]] bool sameAs(const PassphraseField& other) const;
  void setShown(bool shown);
  [[nodiscard]] std::optional<Passphrase> peek() const;
  /// What was typed; the line is empty and masked afterwards.
  [[nodiscard]] std::optional<Passphrase> take();
  void forget();

 Q_SIGNALS:
  void edited();
  void submitted();  ///< Enter in the line

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void sayShown(bool shown);

  SecretLineEdit* m_edit;
  QPushButton* m_toggle;
};

}  // namespace footbridge::gui
