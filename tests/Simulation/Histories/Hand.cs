using BillingHeadless.Tests.Simulation.Actors;

namespace BillingHeadless.Tests.Simulation.Histories;

/// <summary>One who does things at a shop, by a chance of its own.</summary>
internal sealed class Hand
{
    private readonly ServiceShop shop;
    private readonly Random random;
    private readonly IReadOnlyList<Func<Task>> acts;
    private readonly MoneyActs money;
    private readonly ServiceActs services;
    private readonly UsageActs usage;

    public Hand(HistoryWorld world, ServiceShop shop, Random random)
    {
        (this.shop, this.random) = (shop, random);
        var (payers, postman) = (new Payers(shop, random), new Postman(shop, world.Engine, world.Time, random));
        money = new MoneyActs(shop, payers, postman, random);
        services = new ServiceActs(shop, random);
        usage = new UsageActs(shop, random);
        var time = new TimeActs(shop, world.Engine, services, random);
        (int Weight, Func<Task> Do)[] all =
        [
            (3, money.TopUp), (4, money.PayByCard), (2, money.BeginToPay), (7, money.PayFromFunds), (2, money.CancelInvoice), (3, money.Refund),
            (2, services.Subscribe), (4, services.Renew), (2, services.RenewSeveral), (6, () => services.ChangePlan(ActOnce)), (2, services.ChooseAutoPay), (2, services.Cancel),
            (1, usage.Subscribe), (4, usage.Record), (2, usage.Correct), (1, usage.SwitchAddOn), (1, usage.End),
            (3, time.Wait), (1, time.WaitAMonth), (2, time.WaitForAnEnd), (1, time.WaitForTheFirst), (2, time.RunJobs),
            (2, payers.EnterCard), (2, postman.Bring), (1, payers.LookAtPayment),
        ];
        acts = [.. all.SelectMany(act => Enumerable.Repeat(act.Do, act.Weight))];
    }

    /// <summary>Has money, and a service that runs if the money suffices; some have one that is paid after use, too.</summary>
    public async Task Begin()
    {
        var customer = shop.Customers[random.Next(shop.Customers.Count)];
        await money.StockUp(customer);
        await money.PayFromBalance((await services.Subscribe(customer)).TextOf("openInvoiceId"));
        if (random.Next(2) == 0)
        {
            await usage.Subscribe();
            await usage.Record();
        }
    }

    /// <summary>Perhaps some more money, and one more service.</summary>
    public async Task AddMore()
    {
        await money.TopUp();
        await services.Subscribe();
        await money.PayFromFunds();
    }

    /// <summary>From the balance, as long as there is money.</summary>
    public Task LetServicesExtendThemselves() => services.LetAllExtendThemselves();

    public async Task Act(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await acts[random.Next(acts.Count)]();
        }
    }

    private Task ActOnce() => Act(1);
}
