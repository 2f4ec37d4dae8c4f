#include "passage_pairs.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace habari {
namespace {

using test::PassagePair;

// Institutions that every country has, and places of one name in two countries: each is one only where the articles
// say so.
const std::vector<PassagePair> local_pairs = {
    // The country stands beside the name, or the article names it in full elsewhere.
    {true,
     {"sw", "Daktari huyo alisema kuwa [Wizara ya Afya:organization] nchini {Kenya:country} itatuma wauguzi {Lamu:place}."},
     {"en", "A nurse said the [Ministry of Health:organization] of {Kenya:country} would send doctors to {Lamu:place}."}},
    {true,
     {"en", "The {Kenyan:group} [Ministry of Health:organization] will test all pupils, a teacher said."},
     {"sw", "Mwalimu alisema [Wizara ya Afya ya Kenya:organization] itawapima wanafunzi wote."}},
    {true,
     {"en", "Farmers blamed {Uganda:country}'s [Ministry of Agriculture:organization] for the late seed."},
     {"en", "The [Ministry of Agriculture of Uganda:organization] promised seed before the rains."}},
    {true,
     {"sw", "[Wizara ya Elimu ya Tanzania:organization] ilifungua shule mpya. Wazazi waliishukuru wizara hiyo."},
     {"sw", "{Wizara ya Elimu ya Tanzania:organization} ilitangaza ratiba. Walimu waliiomba [Wizara ya Elimu:organization] nyumba."}},
    {true,
     {"en", "The {Ministry of Finance of Zambia:organization} cut a tax. Traders thanked the [Ministry of Finance:organization] on Friday."},
     {"en", "A banker met the [Ministry of Finance of Zambia:organization] on Friday."}},
    // The article speaks of one country alone, and more than once.
    {true,
     {"sw", "Wakulima wa {Mwanza:place} na {Dodoma:place} waliiomba [Wizara ya Kilimo:organization] mbegu."},
     {"sw", "Wakulima waliiandikia [Wizara ya Kilimo ya Tanzania:organization] barua kuhusu mbegu."}},
    {true,
     {"en", "Teachers in {Kisumu:place} and {Mombasa:place} wrote to the [Ministry of Education:organization] about pay."},
     {"en", "{Kenya:country} hired teachers, the [Ministry of Education of Kenya:organization] said."}},
    {true,
     {"sw", "Wavuvi wa {Kigoma:place} na {Mwanza:place} waliiambia [Wizara ya Maji:organization] kuwa ziwa limechafuka."},
     {"en", "Divers in {Dodoma:place} and {Arusha:place} asked the [Ministry of Water:organization] for a licence."}},
    // Two countries, or none: the name alone joins nothing.
    {false,
     {"en", "Nurses in {Kampala:place} and {Entebbe:place} met the [Ministry of Health:organization] on pay."},
     {"en", "Nurses in {Nairobi:place} and {Mombasa:place} met the [Ministry of Health:organization] on pay."}},
    {false,
     {"sw", "Wauguzi wa {Kampala:place} na {Entebbe:place} waliishtaki [Wizara ya Afya:organization] kortini."},
     {"sw", "Wauguzi wa {Nairobi:place} na {Mombasa:place} waliishtaki [Wizara ya Afya:organization] kortini."}},
    {false,
     {"sw", "Wauguzi waliiomba [Wizara ya Afya:organization] mishahara yao."},
     {"sw", "Madaktari waliishukuru [Wizara ya Afya:organization] kwa vifaa."}},
    {false,
     {"en", "A clerk told the [Ministry of Defence:organization] of the missing boots."},
     {"en", "A cook told the [Ministry of Defence:organization] of the missing pots."}},
    {false,
     {"en", "{Rwanda:country} and {Burundi:country} will trade more, the [Ministry of Trade:organization] said in a letter."},
     {"en", "The [Ministry of Trade of Rwanda:organization] will open an office."}},
    {false,
     {"sw", "Mkulima alisema [Wizara ya Kilimo:organization] nchini {Malawi:country} ilichelewa."},
     {"sw", "Mkulima alisema [Wizara ya Kilimo:organization] nchini {Zambia:country} ilichelewa."}},
    {false,
     {"en", "The {Ghanaian:group} [Ministry of Energy:organization] sold the plant."},
     {"en", "The {Nigerian:group} [Ministry of Energy:organization] sold the plant."}},
    {false,
     {"en", "The [Ministry of Justice:organization] sent two lawyers to {China:country}, a clerk said."},
     {"en", "The [Ministry of Justice of China:organization] wrote a new law."}},
    {false,
     {"en", "Judges in {Kampala:place} and {Jinja:place} wrote to the [Court of Appeal:organization] on Friday."},
     {"en", "Judges in {Lusaka:place} and {Ndola:place} wrote to the [Court of Appeal:organization] on Friday."}},
    // Places that no table knows.
    {false,
     {"sw", "Mafuriko yalibomoa nyumba katika kijiji cha [Mwandutsi:place] nchini {Kenya:country}."},
     {"sw", "Moto ulibomoa nyumba katika kijiji cha [Mwandutsi:place] nchini {Malawi:country}."}},
    {false,
     {"en", "A well was dug in [Kabwengere:place], {Uganda:country}, last week."},
     {"en", "A bridge was built in [Kabwengere:place], {Rwanda:country}, last week."}},
    {false,
     {"sw", "Mwalimu alihamia mjini [Chisalukwe:place] nchini {Zambia:country}."},
     {"en", "A teacher left [Chisalukwe:place], {Malawi:country}, for good."}},
    {true,
     {"sw", "Mwalimu alihamia mjini [Chisalukwe:place] nchini {Zambia:country}."},
     {"en", "A teacher left [Chisalukwe:place], {Zambia:country}, for good."}},
    {true,
     {"sw", "Mafuriko yalibomoa nyumba katika kijiji cha [Mwandutsi:place] nchini {Kenya:country}."},
     {"en", "Floods destroyed houses in [Mwandutsi:place], {Kenya:country}, on Monday."}},
    {true,
     {"en", "A well was dug in [Kabwengere:place], {Uganda:country}. Women of {Kabwengere:place} danced."},
     {"en", "A bridge was built in [Kabwengere:place], {Uganda:country}, last week."}},
};

TEST(LocalNames, NeverJoinTwo) { test::expect_no_wrong_join(local_pairs); }

TEST(LocalNames, JoinWhatArticlesPutIntoOneCountry) { test::expect_most_joined(local_pairs); }

}  // namespace
}  // namespace habari
