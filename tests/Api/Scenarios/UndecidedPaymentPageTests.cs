using BillingHeadless.Client;
using BillingHeadless.Tests.Api.Hosted;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Scenarios;

/// <summary>What a buyer sees who comes back from the gateway's page before anybody knows what has become of the money (ruling 17).</summary>
public abstract class UndecidedPaymentPageTests(SteppedServer server) : Scenario(server)
{
    [Fact]
    public async Task Charged_but_timed_out_says_in_the_buyers_language_not_to_pay_again_and_ends_at_the_paid_page()
    {
        var (path, payment) = await ComeBack(Shop.SilentCard);
        Assert.Equal(PaymentStatus.Unknown, (await Listed(payment)).Status);
        foreach (var (language, sentence) in new[]
        {
            ("uk", "Не платіть, будь ласка, вдруге"), ("en", "Please do not pay again"), ("ru", "Не платите, пожалуйста, второй раз"), ("kk", "Екінші рет төлемеңіз"),
        })
        {
            foreach (var address in new[] { path, $"{path}/return/{payment.Id}" })
            {
                var page = await Look(address, language);
                Assert.Contains(sentence, page.Html);
                Assert.DoesNotContain("name=\"gateway\"", page.Html);
            }
        }

        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("Thank you, it is paid", (await Look($"{path}/return/{payment.Id}")).Html);
        Assert.Equal([Price], await Provider.Book());
    }

    [Fact]
    public async Task The_page_renews_itself_less_and_less_often_and_then_leaves_it_to_the_buyer()
    {
        var (path, payment) = await ComeBack(Shop.SilentCard);
        var address = $"{path}/return/{payment.Id}";

        foreach (var (looks, refresh) in new[] { (0, 4), (14, 4), (15, 15), (50, 15), (51, 60), (100, 60) })
        {
            Assert.Equal($"{refresh}; url={address}?looks={looks + 1}", (await Look($"{address}?looks={looks}")).Raw.Header("Refresh"));
        }

        var last = await Look($"{address}?looks=101");
        Assert.Null(last.Raw.Header("Refresh"));
        Assert.Contains($"href=\"{address}\">Look again", last.Html);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("2147483647")]
    [InlineData("99999999999")]
    [InlineData("x")]
    public async Task A_count_that_is_none_begins_anew(string looks)
    {
        var (path, payment) = await ComeBack(Shop.SilentCard);
        var address = $"{path}/return/{payment.Id}";
        Assert.Equal($"4; url={address}?looks=1", (await Look($"{address}?looks={looks}")).Raw.Header("Refresh"));
    }

    [Fact]
    public async Task When_a_person_has_to_find_out_the_page_says_so_and_rests()
    {
        var (path, payment) = await ComeBack(Shop.GoodCard, beforeReturn: CutOff);
        foreach (var delay in new[] { 5, 30, 120, 600, 3_600, 21_600, 86_400 })
        {
            await Wait(TimeSpan.FromSeconds(delay));
        }

        var page = await Look($"{path}/return/{payment.Id}");

        Assert.Contains("Our staff will find out", page.Html);
        Assert.Null(page.Raw.Header("Refresh"));
        Assert.DoesNotContain("name=\"gateway\"", (await Look(path)).Html);
    }

    [Fact]
    public async Task A_buyer_who_leaves_the_page_open_uses_up_none_of_the_resolvers_questions()
    {
        var (path, payment) = await ComeBack(Shop.GoodCard, beforeReturn: CutOff);
        foreach (var delay in new[] { 5, 30, 120, 600, 3_600, 21_600 })
        {
            await LeaveOpen($"{path}/return/{payment.Id}");
            await Wait(TimeSpan.FromSeconds(delay));
            Assert.False((await Listed(payment)).NeedsPerson);
        }

        // Of the buyer nothing is heard any more, nor of the provider's message: the last question finds the money (rule X4).
        await Reconnect();
        await Wait(TimeSpan.FromHours(24));
        Assert.Equal(PaymentStatus.Succeeded, (await Listed(payment)).Status);
        await Shop.ProveBooks();
    }

    /// <summary>Pays on the provider's page and follows its way back.</summary>
    private async Task<(string Path, Payment Payment)> ComeBack(string card, Func<Task>? beforeReturn = null)
    {
        var order = await Place();
        var payment = await Start(order);
        await PayOnPage(payment, card);
        await (beforeReturn?.Invoke() ?? Task.CompletedTask);
        var path = new Uri(order.PayUrl).AbsolutePath;
        await Look($"{path}/return/{payment.Id}");
        return (path, payment);
    }

    /// <summary>As many questions as the resolver may put in all.</summary>
    private async Task LeaveOpen(string address)
    {
        for (var looks = 0; looks < 7; looks++)
        {
            Time.Advance(TimeSpan.FromSeconds(8));
            await Look(address);
        }
    }

    private Task<PageAnswer> Look(string address, string language = "en") => new Browser(Server, language).Get(address);
}

public sealed class UndecidedPaymentPageOnSqlite(SteppedOnSqlite server) : UndecidedPaymentPageTests(server), IClassFixture<SteppedOnSqlite>;

public sealed class UndecidedPaymentPageOnPostgres(SteppedOnPostgres server) : UndecidedPaymentPageTests(server), IClassFixture<SteppedOnPostgres>;
