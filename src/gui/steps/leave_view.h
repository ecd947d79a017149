// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

#include "gui/steps/care_decks.h"

namespace footbridge::gui {

namespace Ui {
class LeaveView;
}

/// Says what is kept, before a sitting is left where it stands; and what may do good to whoever is stirred up.
class LeaveView : public QWidget {
  Q_OBJECT
 public:
  explicit LeaveView(const Aftercare& care, QWidget* parent = nullptr);
  ~LeaveView() override;

  [[nodiscard]] QWidget* firstField() const;

 Q_SIGNALS:
  void stayAsked();
  void leaveConfirmed();

 private:
  std::unique_ptr<Ui::LeaveView> m_ui;
};

}  // namespace footbridge::gui
