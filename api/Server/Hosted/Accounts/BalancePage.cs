using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Language;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Journal;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using BillingHeadless.Server.Usage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>What a customer has, what it can pay with it, and how to have more: topping up with the bonus of its tier (C1, D2).</summary>
public sealed class BalancePage(AccountDoor door, PageWriter pages, TopUpByForm topUps, Reader reader, Links links, IdSource ids, Clock clock) : IPage
{
    private const string Address = "/m/{merchantId}/account/balance";
    private const int OperationsShown = 5;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Address,
            ([FromServices] BalancePage page, string merchantId, HttpContext context, CancellationToken cancel) => page.Show(merchantId, context, cancel));
        routes.MapPost(
            Address,
            ([FromServices] BalancePage page, string merchantId, HttpContext context, CancellationToken cancel) => page.TopUp(merchantId, context, cancel));
    }

    public Task<IResult> Show(string merchantId, HttpContext context, CancellationToken cancel) =>
        door.Open(merchantId, context, visit => Write(visit, amount: "", error: null, cancel), cancel);

    public Task<IResult> TopUp(string merchantId, HttpContext context, CancellationToken cancel) => door.Open(
        merchantId,
        context,
        async visit =>
        {
            var form = await PageForm.Read(context, cancel);
            if (MoneyInput.Parse(form["amount"], visit.Merchant.Currency) is not { } amount)
            {
                return await Write(visit, form["amount"], visit.Texts.Text("problems.amount"), cancel);
            }

            var made = await topUps.Make(visit, amount, form["key"], cancel);
            return made.Refused(out var refusal) ? await Write(visit, form["amount"], visit.Say(refusal), cancel) : new SeeOther(made.Value);
        },
        cancel);

    private async Task<IResult> Write(AccountVisit visit, string amount, string? error, CancellationToken cancel)
    {
        var address = visit.PathOf(AccountSections.Balance);
        var data = new
        {
            Sections = visit.Sections(AccountSections.Balance),
            JournalUrl = visit.PathOf(AccountSections.Journal),
            TopUp = visit.IsAdministrator
                ? new
                {
                    Action = address,
                    Key = ids.Token(),
                    Amount = amount,
                    Error = error,
                    Currency = visit.Merchant.Currency.Code,
                    Presets = new { Key = ids.Token(), Tiers = await PresetsOf(visit.Visit, visit.Seat, cancel) },
                }
                : null,
            Balance = await Describe(visit.Visit, visit.Seat, cancel),
        };
        var status = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return await pages.Write(visit.Visit, "balance", data, new PageOptions { Status = status, Address = address }, cancel);
    }

    private Task<object> Describe(Visit visit, Seat seat, CancellationToken cancel) => reader.Read<object>(visit.Merchant.Id, async db =>
    {
        var (currency, now) = (visit.Merchant.Currency, clock.NowOf(visit.Merchant));
        var funds = await CustomerFunds.Read(db, seat.CustomerId, currency, cancel);
        var usage = await RunningMonth.Of(db, visit.Merchant, seat.CustomerId, currency, now, cancel);
        var payable = await PayableInvoices.Of(db, seat.CustomerId, currency, now, cancel);
        var operations = await ListOperations.Of(db, seat.CustomerId, new ListOperationsFilter(), before: null)
            .OrderByDescending(row => row.Sequence)
            .Take(OperationsShown)
            .ToListAsync(cancel);
        string? Some(long minor) => minor == 0 ? null : visit.Wording.Money(minor, currency);
        return new
        {
            Available = visit.Wording.Money(funds.Available, currency),
            Money = visit.Wording.Money(funds.Money, currency),
            Bonus = Some(funds.Bonus),
            Reserved = Some(funds.Reserved),
            Debt = Some(funds.Debt),
            Usage = Some(usage),
            Payable = payable.Select(invoice => Show(visit, invoice)),
            Operations = operations.Select(operation => OperationRow.Of(visit, operation)),
        };
    });

    private object Show(Visit visit, Invoice invoice) => new
    {
        Number = invoice.NumberText,
        Due = visit.Wording.Money(invoice.Due),
        Through = visit.Wording.LastDay(invoice.DueAt),
        Url = $"/pay/{links.PayPath(invoice.Id)}",
    };

    /// <summary>Amounts to choose from: each reaches a tier with the part that is ahead, the debt included (ruling 33).</summary>
    private async Task<IEnumerable<object>> PresetsOf(Visit visit, Seat seat, CancellationToken cancel)
    {
        var currency = visit.Merchant.Currency;
        var debt = (await reader.Read(visit.Merchant.Id, db => CustomerFunds.Read(db, seat.CustomerId, currency, cancel))).Debt;
        return visit.Merchant.Settings.BonusTiers.OrderBy(tier => tier.FromMinor).Select(tier =>
        {
            var amount = new Money(tier.FromMinor + debt, currency);
            return new
            {
                From = visit.Wording.Money(tier.FromMinor, currency),
                Percent = visit.Wording.Percent(tier.BasisPoints),
                Value = MoneyInput.Of(amount),
                Amount = visit.Wording.Money(amount),
                Bonus = visit.Wording.Money(BonusTiers.Of(visit.Merchant, amount, debt), currency),
            };
        });
    }
}
