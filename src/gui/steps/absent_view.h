// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "gui/steps/couple.h"

namespace footbridge::gui {

namespace Ui {
class AbsentView;
}

/// One of two is here alone, and the sitting goes on with the other. No words of anyone, nor how far anyone came.
class AbsentView : public QWidget {
  Q_OBJECT
 public:
  /// Whoever has no passphrase is known by signing in alone.
  AbsentView(const Couple& couple, PartnerId missing, bool hasPassphrase, QWidget* parent = nullptr);
  ~AbsentView() override;

  [[nodiscard]] QWidget* firstField() const;

 Q_SIGNALS:
  void cameAsked();
  void backAsked();

 private:
  std::unique_ptr<Ui::AbsentView> m_ui;
};

}  // namespace footbridge::gui
