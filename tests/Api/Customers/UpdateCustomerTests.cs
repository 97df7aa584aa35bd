using System.Net;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Customers;

public abstract class UpdateCustomerTests(RunningServer server)
{
    [Fact]
    public async Task An_absent_field_stays_and_null_clears()
    {
        var (merchant, customer) = await Registered();

        var renamed = await merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { Name = "New", Owner = new Owner { Email = "OWNER@firm.example" } });
        var cleared = await server.Patch(
            $"/v1/customers/{customer.Id}", merchant.SecretKey, """{"externalId": null, "email": null, "owner": null, "requisites": null, "members": null}""");

        Assert.Equal(("New", "7", "owner@firm.example", 1), (renamed.Name, renamed.ExternalId, renamed.Owner!.Email, renamed.Members.Count));
        Assert.Equal(HttpStatusCode.OK, cleared.Status);
        var read = await merchant.Client.GetCustomerAsync(customer.Id);
        Assert.Equal(("New", null, null, null, null, 0), (read.Name, read.ExternalId, read.Email, read.Owner, read.Requisites, read.Members.Count));
    }

    [Fact]
    public async Task Members_are_the_people_of_the_list_and_no_others()
    {
        var (merchant, customer) = await Registered();

        await merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest
        {
            Members = [new Member { Email = "new@firm.example", Role = CustomerRole.Administrator }, new Member { Email = "first@firm.example", Role = CustomerRole.Employee }],
        });
        var read = await merchant.Client.GetCustomerAsync(customer.Id);
        Assert.Equal([("first@firm.example", CustomerRole.Employee), ("new@firm.example", CustomerRole.Administrator)], read.Members.Select(member => (member.Email, member.Role)));

        var left = await merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { Members = [new Member { Email = "new@firm.example", Role = CustomerRole.Employee }] });
        Assert.Equal([("new@firm.example", CustomerRole.Employee)], left.Members.Select(member => (member.Email, member.Role)));
    }

    [Fact]
    public async Task One_person_acts_for_many_customers()
    {
        var (merchant, _) = await Registered();
        var second = await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest());

        var changed = await merchant.Client.UpdateCustomerAsync(second.Id, new UpdateCustomerRequest { Members = [new Member { Email = "first@firm.example", Role = CustomerRole.Employee }] });

        Assert.Single(changed.Members);
        Assert.Equal(1L, Convert.ToInt64(await server.Database.Execute($"select count(*) from logins where merchant_id = '{merchant.Id}'")));
    }

    [Fact]
    public async Task A_change_of_members_alone_makes_a_new_version()
    {
        var (merchant, customer) = await Registered();
        var seen = (await server.Read($"/v1/customers/{customer.Id}", merchant.SecretKey)).Header("ETag");
        await merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { Members = [] }, ifMatch: seen);

        await Expect.Refused(
            "version_differs", HttpStatusCode.PreconditionFailed, merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { Name = "n" }, ifMatch: seen));
    }

    [Fact]
    public async Task An_external_id_of_another_customer_is_refused_but_ones_own_is_not()
    {
        var (merchant, customer) = await Registered();
        await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest { ExternalId = "8" });

        await Expect.Refused("external_id_taken", HttpStatusCode.Conflict, merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { ExternalId = "8" }));
        await merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { ExternalId = "7" });
    }

    [Fact]
    public async Task What_no_customer_can_be_it_cannot_become()
    {
        var (merchant, customer) = await Registered();
        await Expect.Invalid("email_invalid", merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { Email = "nobody" }), "email");
        await Expect.Invalid("locale_unknown", merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { Locale = "de" }));
        await Expect.Invalid("requisites_invalid", merchant.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { Requisites = new Requisites { Iban = "UA1" } }), "requisites.iban");
        var twice = new UpdateCustomerRequest { Members = [new Member { Email = "a@b.example", Role = CustomerRole.Employee }, new Member { Email = "A@B.example", Role = CustomerRole.Employee }] };
        await Expect.Invalid("member_twice", merchant.Client.UpdateCustomerAsync(customer.Id, twice));
    }

    [Fact]
    public async Task Another_merchant_cannot_change_it()
    {
        var (_, customer) = await Registered();
        var other = await TestMerchant.Create(server);
        await Expect.NotFound("customer_not_found", other.Client.UpdateCustomerAsync(customer.Id, new UpdateCustomerRequest { Name = "Mine" }));
    }

    [Theory]
    [InlineData("""{"locale": null}""", "locale")]
    [InlineData("""{"members": [{"email": "a@b.example", "role": 1}]}""", "members[0].role")]
    [InlineData("""{"owner": {"name": "n"}}""", "owner.email")]
    [InlineData("""{"id": "cus_1"}""", "id")]
    public async Task A_wrong_shape_names_the_field(string json, string field)
    {
        var (merchant, customer) = await Registered();
        Expect.Misshapen(await server.Patch($"/v1/customers/{customer.Id}", merchant.SecretKey, json), field);
    }

    [Fact]
    public async Task It_is_changed_once()
    {
        var (merchant, customer) = await Registered();
        await Expect.Once(server, HttpMethod.Patch, $"/v1/customers/{customer.Id}", merchant.SecretKey, """{"name": "a"}""", """{"name": "b"}""");
    }

    [Fact]
    public async Task It_needs_its_scope()
    {
        var (merchant, customer) = await Registered();
        await Expect.Scope(server, merchant, "customers:write", HttpMethod.Patch, $"/v1/customers/{customer.Id}", """{"name": "a"}""");
    }

    private async Task<(TestMerchant Merchant, Customer Customer)> Registered()
    {
        var merchant = await TestMerchant.Create(server);
        var customer = await merchant.Client.CreateCustomerAsync(new CreateCustomerRequest
        {
            ExternalId = "7",
            Email = "firm@firm.example",
            Requisites = new Requisites { TaxId = "12345678" },
            Members = [new Member { Email = "first@firm.example", Role = CustomerRole.Administrator }],
        });
        return (merchant, customer);
    }
}

[Collection(nameof(OnSqlite))]
public sealed class UpdateCustomerOnSqlite(ServerOnSqlite server) : UpdateCustomerTests(server);

[Collection(nameof(OnPostgres))]
public sealed class UpdateCustomerOnPostgres(ServerOnPostgres server) : UpdateCustomerTests(server);
