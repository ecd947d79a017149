// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/read_view.h"

#include <QLabel>

#include "widgets/steps/ui_read_view.h"

namespace footbridge::gui {

ReadView::ReadView(const Showing& showing, QWidget* parent) : StepView(parent), m_ui(std::make_unique<Ui::ReadView>()) {
  m_ui->setupUi(this);
  showWords(showing, m_ui->titleLabel, m_ui->textLabel);
  for (const std::string& paragraph : showing.form<ReadStep>().paragraphs) {
    m_ui->paragraphsLayout->addWidget(newLabel("read", showing.said(paragraph), m_ui->paragraphs));
  }
  wireFoot(showing, m_ui->backButton, m_ui->doneButton);
}

ReadView::~ReadView() = default;

QWidget* ReadView::firstField() const {
  return m_ui->doneButton;
}

void ReadView::finish() {
  answer(std::monostate{});
}

}  // namespace footbridge::gui
