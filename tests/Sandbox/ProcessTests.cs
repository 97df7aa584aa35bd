using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Tests.Sandbox.World;
using Microsoft.AspNetCore.Http;

namespace BillingHeadless.Tests.Sandbox;

/// <summary>The provider run apart, and killed.</summary>
public sealed class ProcessTests : SandboxTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("sandbox-process-").FullName;

    [Fact]
    public async Task What_was_paid_before_a_kill_is_in_the_book_and_is_told_after_it()
    {
        var database = Path.Combine(folder, "sandbox.db");
        World.Inbox.Status = StatusCodes.Status503ServiceUnavailable;
        StartPayment payment;
        using (var killed = await ProviderProcess.StartAsync(database))
        {
            payment = await World.PayAsync(host: World.NewHost(baseUrl: killed.BaseUrl));
            await World.Inbox.NextAsync();
        }

        World.Inbox.Status = StatusCodes.Status200OK;
        using var restarted = await ProviderProcess.StartAsync(database);
        var host = World.NewHost(baseUrl: restarted.BaseUrl);

        Assert.Equal(payment.Amount, Assert.IsType<Succeeded>(await World.QueryAsync(payment, host)).Amount);
        Assert.Contains(payment.Key.MerchantReference, System.Text.Encoding.UTF8.GetString((await World.Inbox.NextAsync()).Body.Span));
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_one_sentence_and_an_exit_code()
    {
        var (exitCode, said) = await ProviderProcess.FailAsync(folder);

        Assert.Equal(1, exitCode);
        Assert.Contains("--database", said);
        Assert.Single(said.Trim().Split('\n'));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
