// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/entry_json.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace footbridge::cli {
namespace {

using Json = nlohmann::ordered_json;

template <typename... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

template <typename T>
Json orNull(const std::optional<T>& value, auto text) {
  return value ? Json(text(*value)) : Json(nullptr);
}

std::string idText(const auto& id) {
  return std::to_string(id.number());
}

std::string whoText(AgreementWho who) {
  return who == AgreementWho::Both ? "both" : toText(who == AgreementWho::A ? PartnerId::A : PartnerId::B);
}

void putBody(Json& json, const EntryBody& body) {
  std::visit(Overloaded{[&json](const Note& note) {
                          json["kind"] = "note";
                          json["text"] = note.text;
                        },
                        [&json](const Agreement& agreement) {
                          json["kind"] = "agreement";
                          json["agreement"] = toJson(agreement);
                        },
                        [&json](const LaneEvent& lane) {
                          json["kind"] = "event";
                          json["sitting"] = idText(lane.sitting);
                          json["sequence"] = lane.sequence;
                          json["event"] = toJson(lane.event);
                        }},
             body);
}

}  // namespace

Json toJson(const Partner& partner) {
  return {{"id", toText(partner.id)}, {"name", partner.name.text()}, {"colour", toText(partner.colour)}};
}

Json toJson(const Agreement& agreement) {
  Json json;
  json["what"] = agreement.what;
  json["who"] = whoText(agreement.who);
  json["when"] = agreement.when;
  json["review"] = orNull(agreement.review, [](Day day) { return toText(day); });
  json["state"] = toText(agreement.state);
  json["sitting"] = orNull(agreement.from, [](SittingId id) { return idText(id); });
  return json;
}

Json toJson(const Entry& entry) {
  Json json;
  json["id"] = idText(entry.id);
  json["revision"] = entry.revision;
  json["vault"] = toText(entry.vault);
  json["author"] = orNull(entry.author, [](PartnerId id) { return toText(id); });
  json["made"] = toText(entry.made);
  json["changed"] = toText(entry.changed);
  putBody(json, entry.body);
  return json;
}

Json toJson(std::span<const Entry> entries) {
  Json json = Json::array();
  for (const Entry& entry : entries) json.push_back(toJson(entry));
  return json;
}

std::string toText(Moment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss time(moment - day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return toText(Day(day)) + text.data();
}

std::string toText(VaultId vault) {
  return vault == VaultId::Ours ? "ours" : vault == VaultId::A ? "A" : "B";
}
std::string toText(PartnerId partner) {
  return toText(vaultOf(partner));
}

std::string toText(PartnerColour colour) {
  switch (colour) {
    case PartnerColour::Ember:
      return "ember";
    case PartnerColour::Lagoon:
      return "lagoon";
    case PartnerColour::Moss:
      return "moss";
    case PartnerColour::Plum:
      return "plum";
    case PartnerColour::Ochre:
      return "ochre";
    case PartnerColour::Slate:
      return "slate";
  }
  return "";
}

std::string toText(AgreementState state) {
  switch (state) {
    case AgreementState::Open:
      return "open";
    case AgreementState::Kept:
      return "kept";
    case AgreementState::Changed:
      return "changed";
    case AgreementState::Dropped:
      return "dropped";
  }
  return "";
}

std::string dumped(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace footbridge::cli
