using BillingHeadless.Plugins.Gateways;
using BillingHeadless.Server.Gateways;
using BillingHeadless.Tests.Kit;
using BillingHeadless.Tests.Simulation.Engine;
using Microsoft.AspNetCore.Http;

namespace BillingHeadless.Tests.Simulation.Actors;

/// <summary>Brings the provider's messages: late, in any order, again when nobody has taken them.</summary>
internal sealed class Postman(SimulatedMerchant shop, BillingEngine engine, TestTime time, Random random)
{
    public async Task Bring()
    {
        if (shop.Mail.Any(random) is { } news)
        {
            await Bring(news);
        }
    }

    public async Task BringAll()
    {
        foreach (var news in shop.Mail.All)
        {
            await Bring(news);
        }
    }

    private async Task Bring(ProviderEvent news)
    {
        var signed = shop.Account.Sign(news, time.Now);
        var request = new DefaultHttpContext().Request;
        request.Method = HttpMethods.Post;
        request.Body = new MemoryStream(signed.Body);
        request.Headers["Sandbox-Signature"] = signed.Signature;
        var reply = await engine.Receive(alive => engine.Get<GatewayCallback>().Handle(SimulatedMerchant.Gateway, shop.Id.Value, request, alive));
        if (reply is { IsGood: true })
        {
            shop.Mail.Remove(news);
        }
    }
}
