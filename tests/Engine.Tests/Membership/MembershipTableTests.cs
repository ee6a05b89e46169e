using ActorKube.Engine.Journals.Postgres;
using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.InMemory;
using ActorKube.Engine.Membership.Postgres;
using ActorKube.Engine.Tests.Journals.Postgres;
using ActorKube.Engine.Tests.Support;

namespace ActorKube.Engine.Tests.Membership;

public sealed class InMemoryMembershipTableTests : MembershipTableContract
{
    private readonly ManualTime _time = new();

    protected override Task<IMembershipTable> OpenAsync() => Task.FromResult<IMembershipTable>(new InMemoryMembershipTable(_time));

    protected override ValueTask CloseAsync() => ValueTask.CompletedTask;

    protected override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }
}

public sealed class PostgresMembershipTableTests(SharedPostgres postgres) : MembershipTableContract
{
    private PostgresDatabase? _database;

    protected override async Task<IMembershipTable> OpenAsync()
    {
        _database = await PostgresDatabase.OpenAsync(await postgres.NewClusterAsync(), TimeProvider.System, TestContext.Current.CancellationToken);
        return new PostgresMembershipTable(_database, TimeProvider.System, TimeSpan.FromSeconds(30));
    }

    protected override ValueTask CloseAsync() => _database!.DisposeAsync();
}
