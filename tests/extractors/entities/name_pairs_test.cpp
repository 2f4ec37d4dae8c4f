#include "passage_pairs.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace habari {
namespace {

using test::PassagePair;

// Names as articles give them, through the recognizer and the gazetteer.
const std::vector<PassagePair> passage_pairs = {
    // Transcriptions.
    {true,
     {"sw", "Rais wa Ukraine [Volodymyr Zelensky] aliwasili mjini Paris siku ya Jumanne."},
     {"en", "President [Volodymyr Zelenskyy] of Ukraine arrived in Paris on Tuesday."}},
    {true,
     {"sw", "Kiongozi wa zamani wa Libya [Muammar Gaddafi] aliuawa mjini Sirte mwaka 2011."},
     {"en", "The former Libyan leader [Moammar Gadhafi] was killed in Sirte in 2011."}},
    {true,
     {"sw", "Mwanahistoria [Yusufu Lugenge] alizindua kitabu mjini Bagamoyo pamoja na Rehema Kondo."},
     {"en", "The historian [Yusuf Lugenge] launched a book in Bagamoyo with Rehema Kondo."}},
    {true,
     {"sw", "Mwenyekiti [Abdulrahman Sefu] wa Baraza la Michezo alikutana na Rehema Kondo mjini Tanga."},
     {"en", "Chairman [Abdul-Rahman Sefu] of the Sports Council met Rehema Kondo in Tanga."}},
    {true,
     {"sw", "Mwalimu [Fatuma Mzee] na Rehema Kondo walifungua shule mjini Lindi."},
     {"en", "The teacher [Fatma Mzee] and Rehema Kondo opened a school in Lindi."}},
    {false,
     {"sw", "Mbunge [Amina Lugenge] alimtembelea Rehema Kondo mjini Lindi."},
     {"en", "The lawmaker [Amani Lugenge] visited Rehema Kondo in Lindi."}},
    {false,
     {"sw", "Waziri [Yusuf Makame] alifungua daraja mjini Lindi pamoja na Rehema Kondo."},
     {"en", "The minister [Yusra Makame] opened a bridge in Lindi with Rehema Kondo."}},
    {false,
     {"sw", "Kocha [Hemedi Suleiman] aliiongoza timu mjini Mwanza, Rehema Kondo alisema."},
     {"en", "Coach [Hamid Suleiman] led the team in Mwanza, Rehema Kondo said."}},
    // Another given name is another person, however well known the surname.
    {false,
     {"sw", "Gavana wa Machakos [Alfred Mutua] alizungumza mjini Nairobi."},
     {"en", "A nurse from Nairobi, [Grace Mutua], was honoured on Friday."}},
    {false,
     {"sw", "Rais wa zamani wa Marekani [Barack Obama] aliwasili mjini Kisumu."},
     {"en", "[Michelle Obama] arrived in Kisumu on Friday."}},
    {false,
     {"sw", "Rais wa zamani [John Magufuli] alizikwa mjini Chato nchini Tanzania."},
     {"en", "The activist [Neema Magufuli] was arrested in Chato in Tanzania."}},
    {false,
     {"sw", "Rais wa Kenya [William Ruto] alifungua mkutano mjini Nairobi."},
     {"en", "[Rachel Ruto] opened a meeting in Nairobi, Kenya."}},
    {false,
     {"sw", "Daktari [Peter Museveni] alifika Kampala."},
     {"en", "Uganda's president [Yoweri Museveni] came to Kampala."}},
    {false,
     {"sw", "Mwalimu [Juma Nyerere] aliwafundisha wanafunzi mjini Butiama."},
     {"en", "[Julius Nyerere], Tanzania's first president, was born in Butiama."}},
    {true,
     {"sw", "Rais wa Kenya, [Ruto], aliwahutubia wananchi mjini Nairobi."},
     {"en", "President [William Ruto] of Kenya addressed citizens in Nairobi."}},
    {true,
     {"sw", "Baba wa Taifa wa Tanzania [Julius Nyerere] alizaliwa Butiama."},
     {"en", "Tanzania's first president, [Julius Kambarage Nyerere], was born in Butiama."}},
    // Bodies in two languages and by their acronyms.
    {true,
     {"sw", "[Umoja wa Afrika] ulituma waangalizi nchini Sudan."},
     {"en", "The [African Union] (AU) sent observers to Sudan."}},
    {true, {"sw", "[Shirika la Afya Duniani] lilionya kuhusu kipindupindu."}, {"en", "The [WHO] warned of cholera."}},
    {true, {"sw", "[Jumuiya ya Afrika Mashariki] ilikutana mjini Arusha."}, {"en", "The [EAC] met in Arusha."}},
    {true,
     {"sw", "[Jumuiya ya Maendeleo ya Kusini mwa Afrika] ilikutana mjini Lusaka."},
     {"en", "[SADC] met in Lusaka."}},
    {true,
     {"sw", "[Shirika la Fedha Duniani] liliipa Ghana mkopo."},
     {"en", "The [International Monetary Fund] gave Ghana a loan."}},
    {true,
     {"sw", "[Mahakama ya Kimataifa ya Uhalifu] ilitoa hati ya kumkamata jenerali huyo."},
     {"en", "The [ICC] issued a warrant for the general."}},
    {true, {"sw", "[TANESCO] ilikata umeme mjini Dodoma."}, {"en", "[Tanesco] cut the power in Dodoma."}},
    {false,
     {"sw", "[Benki Kuu ya Tanzania] ilipandisha riba mwezi Mei."},
     {"en", "The [Central Bank of Kenya] raised rates in May."}},
    {false,
     {"sw", "[Mahakama Kuu ya Kenya] ilisikiliza kesi hiyo Jumatatu."},
     {"en", "The [High Court of Uganda] heard the case on Monday."}},
    {false,
     {"sw", "[Wizara ya Afya ya Kenya] ilitoa takwimu hizo Jumatatu."},
     {"en", "The [Ministry of Health of Uganda] published the figures on Monday."}},
    {true,
     {"sw", "[Chuo Kikuu cha Dar es Salaam] kilimtunuku Rehema Kondo shahada."},
     {"en", "The [University of Dar es Salaam] awarded Rehema Kondo a degree."}},
    // Countries.
    {true, {"sw", "[Misri] ilifunga mpaka siku ya Ijumaa."}, {"en", "[Egypt] closed the border on Friday."}},
    {true, {"sw", "[Ugiriki] ilituma ndege."}, {"en", "[Greece] sent planes."}},
    {true, {"sw", "[Uholanzi] iliunga mkono pendekezo hilo."}, {"en", "The [Netherlands] backed the proposal."}},
    {true, {"sw", "[Jamhuri ya Kidemokrasia ya Kongo] iliishutumu Rwanda."}, {"en", "[DR Congo] accused Rwanda."}},
    {false, {"sw", "[Korea Kusini] ilirusha satelaiti."}, {"en", "[North Korea] launched a satellite."}},
    {false, {"sw", "[Guinea ya Ikweta] ilichagua rais mpya."}, {"en", "[Guinea] elected a new president."}},
    {false, {"sw", "[Sudan Kusini] ilifunga mpaka."}, {"en", "[Sudan] closed the border."}},
    // Places of one name, and what is named after a place.
    {false,
     {"sw", "Maandamano yalifanyika mjini [Mbale] nchini Uganda siku ya Jumapili."},
     {"en", "Protesters gathered in [Mbale], Kenya, on Sunday."}},
    {false,
     {"sw", "Moto ulizuka mjini [London] siku ya Jumapili."},
     {"en", "A fire broke out in [London], Canada, on Sunday."}},
    {false,
     {"sw", "Watu watatu walizama katika mto [Niger] siku ya Jumapili."},
     {"en", "[Niger] expelled the ambassador on Sunday."}},
    {false,
     {"sw", "Mkutano ulifanyika mjini [Arusha] siku ya Jumapili."},
     {"en", "[Arusha Technical College] opened a workshop on Sunday."}},
    {false,
     {"sw", "Mashabiki wa [Manchester United] walisherehekea usiku kucha."},
     {"en", "The police in [Manchester] arrested two men."}},
    {false,
     {"sw", "[Chuo Kikuu cha Dodoma] kilifungwa siku ya Jumapili."},
     {"en", "The parliament in [Dodoma] was closed on Sunday."}},
    {false,
     {"sw", "Mwigizaji [Denzel Washington] alitembelea Kigali."},
     {"en", "Officials in [Washington] praised Kigali."}},
    // Titles change, marks vary.
    {true,
     {"sw", "Makamu wa Rais [Samia Suluhu Hassan] alifungua kiwanda mjini Morogoro mwaka 2019."},
     {"en", "President [Samia Suluhu Hassan] opened a factory in Morogoro in 2022."}},
    {true,
     {"sw", "Luteni Jenerali [Mathayo Kilembe] alizuru Goma."},
     {"en", "General [Mathayo Kilembe] visited Goma."}},
    {true,
     {"sw", "Askofu [Gaudence Mtalemwa] aliongoza misa mjini Songea."},
     {"en", "Archbishop [Gaudence Mtalemwa] led the mass in Songea."}},
    {true,
     {"sw", "Mkurugenzi [Ngozi Okonjo-Iweala] alihutubia mkutano mjini Geneva."},
     {"en", "[Ngozi Okonjo Iweala] addressed the meeting in Geneva."}},
    {true,
     {"sw", "Mchumi [Mpho Ng'andwe] aliikosoa bajeti ya Zambia."},
     {"en", "The economist [Mpho Ng’andwe] criticised Zambia's budget."}},
    {true, {"sw", "Makombora yalipiga mji wa [Sana'a]."}, {"en", "Missiles struck [Sanaa]."}},
    {true,
     {"sw", "Mwanamuziki [Jean-Pierre Nimbona] alikamatwa mjini Bujumbura."},
     {"en", "The musician [Jean Pierre Nimbona] was arrested in Bujumbura."}},
};

TEST(NamePairs, NeverJoinTwo) { test::expect_no_wrong_join(passage_pairs); }

TEST(NamePairs, JoinNineOfTenOfOne) {
  EXPECT_GE(passage_pairs.size(), 40u);
  test::expect_most_joined(passage_pairs);
}

}  // namespace
}  // namespace habari
