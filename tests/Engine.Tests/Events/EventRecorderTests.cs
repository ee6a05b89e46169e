using ActorKube.Api.Authentication;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Events;
using ActorKube.Engine.Fields;
using ActorKube.Engine.Journals.InMemory;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Tests.Support;
using ActorKube.Engine.Views;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActorKube.Engine.Tests.Events;

public sealed class EventRecorderTests : IAsyncLifetime
{
    private static readonly UserInfo User = new() { Username = "test" };
    private readonly ManualTime _time = new();
    private readonly HeldJournal _journal;
    private readonly ObjectView _view = new(new ViewOptions(), []);
    private readonly ObjectCommands _commands;
    private readonly EventRecorder _recorder;

    public EventRecorderTests()
    {
        _journal = new HeldJournal(new InMemoryJournal(_time));
        _commands = new ObjectCommands(new ObjectStore(_journal, _view), BuiltInKinds.Registry, [new Refusing()], new FieldTracker(new FieldManagers()), RandomObjectIdentity.System, _time);
        _recorder = new EventRecorder(_commands, User, NullLogger<EventRecorder>.Instance);
    }

    public async ValueTask InitializeAsync() => await _view.StartAsync(_journal, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _journal.Release();
        await _recorder.DisposeAsync();
        await _view.DisposeAsync();
        await _journal.DisposeAsync();
    }

    [Fact(Timeout = 30_000)]
    public async Task Events_OfManyObjects_AreWrittenAtTheSameTime()
    {
        _journal.Hold();
        for (var i = 0; i < 1000; i++)
        {
            Record($"p{i}", "a");
        }

        await _journal.WaitingAsync(EventRecorder.Lanes);
        _journal.Release();
        Assert.Equal(1000, (await WrittenAsync()).Count);
        Assert.Equal(0, _recorder.Dropped);
    }

    [Fact(Timeout = 30_000)]
    public async Task Events_OfOneObject_KeepTheirOrder()
    {
        _journal.Hold();
        string[] reasons = ["A", "B", "C", "D", "E"];
        foreach (var reason in reasons)
        {
            Record("p", reason, reason);
        }

        for (var i = 0; i < 1000; i++)
        {
            Record($"p{i}", "a");
        }

        await _journal.WaitingAsync(EventRecorder.Lanes);
        _journal.Release();
        Assert.Equal(reasons, (await WrittenAsync()).Where(static e => e.InvolvedObject.Name == "p").Select(static e => e.Reason));
    }

    [Fact(Timeout = 30_000)]
    public async Task Repetitions_WhileTheStoreIsSlow_AreCounted()
    {
        _journal.Hold();
        for (var i = 0; i < 5; i++)
        {
            Record("p", "same");
        }

        await _journal.WaitingAsync(1);
        Assert.Equal(1, _journal.Waiting);
        _journal.Release();
        var only = Assert.Single(await WrittenAsync());
        Assert.Equal(("same", 5), (only.Message, only.Count));
    }

    [Fact(Timeout = 30_000)]
    public async Task Event_ThatWasDeleted_BeginsAnew()
    {
        _journal.Hold();
        Record("p", "same");
        await _journal.WaitingAsync(1);
        _journal.Release();
        var first = await FirstAsync();
        await _commands.DeleteAsync(_commands.Kinds.Stored("events"), first.Key, new DeleteOptions(), new WriteOptions { User = User, Cause = "test" }, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(1));
        Record("p", "same");

        var second = Assert.Single(await WrittenAsync());
        Assert.Equal(1, second.Count);
        Assert.NotEqual(first.Key.Name, second.Metadata.Name);
    }

    [Fact(Timeout = 30_000)]
    public async Task TooMany_AreDroppedAndCounted()
    {
        _journal.Hold();
        var names = Enumerable.Range(0, int.MaxValue).Select(static i => $"p{i}").Where(static n => EventRecorder.LaneOf("Pod", "ns", n) == 0).Take(1 + EventLane.Capacity + 7).ToList();
        Record(names[0], "a");
        await _journal.WaitingAsync(1);
        foreach (var name in names[1..])
        {
            Record(name, "a");
        }

        Assert.Equal(7, _recorder.Dropped);
        _journal.Release();
        Assert.Equal(names[..^7], (await WrittenAsync()).Select(static e => e.InvolvedObject.Name));
    }

    [Fact(Timeout = 30_000)]
    public async Task Event_OfAnObjectOfWhichMuchIsSaid_KeepsNoOthersFromTheirPlaces()
    {
        _journal.Hold();
        for (var i = 0; i < 100_000; i++)
        {
            Record("p", $"message {i}");
        }

        Record("p", "other", "Other");
        Assert.Equal(0, _recorder.Dropped);
        _journal.Release();
        Assert.Equal(10, (await WrittenAsync()).Count);
    }

    [Fact(Timeout = 30_000)]
    public async Task Events_BeyondABurst_AreWrittenAtAPace()
    {
        var lane = new EventLane(_commands, new WriteOptions { User = User, Cause = "test" }, NullLogger.Instance);
        for (var i = 0; i < EventLane.Burst + 3; i++)
        {
            Assert.True(lane.TryAdd(new Occurrence(new ObjectReference { Kind = "Pod", Namespace = "ns", Name = $"p{i}" }, "Normal", "Reason", "a", "test", null, _time.GetUtcNow())));
        }

        await _time.ArmedAsync(EventLane.Pace);
        Assert.Equal(EventLane.Burst, _view.Snapshot().Count("events"));
        _time.Advance(EventLane.Pace);
        await _time.ArmedAsync(EventLane.Pace);
        Assert.Equal(EventLane.Burst + 1, _view.Snapshot().Count("events"));

        // What is left at the end doesn't wait.
        await lane.DisposeAsync();
        Assert.Equal(EventLane.Burst + 3, _view.Snapshot().Count("events"));
    }

    [Fact(Timeout = 30_000)]
    public async Task Events_ThatAreRefused_KeepNoOthersFromBeingWritten()
    {
        for (var i = 0; i < 200; i++)
        {
            Record($"p{i}", "refused");
            Record($"p{i}", "fine");
        }

        var written = await WrittenAsync();
        Assert.Equal(200, written.Count);
        Assert.All(written, static e => Assert.Equal("fine", e.Message));
    }

    private void Record(string pod, string message, string reason = "Reason") =>
        _recorder.Record(new ObjectReference { Kind = "Pod", Namespace = "ns", Name = pod, Uid = pod }, "Normal", reason, message, "test");

    private async Task<StoredObject> FirstAsync()
    {
        var cursor = _view.Watch("events", 0);
        while (true)
        {
            if (cursor.TryRead(out var change))
            {
                return change.Object;
            }

            await cursor.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>All that were recorded, in the order in which they were written first.</summary>
    private async Task<IReadOnlyList<Event>> WrittenAsync()
    {
        await _recorder.DisposeAsync();
        var kind = _commands.Kinds.Stored("events");
        return [.. _view.Snapshot().List("events").OrderBy(static s => s.Revision).Select(s => (Event)s.Read(kind))];
    }

    private sealed class Refusing : IAdmission
    {
        public void Validate(AdmissionRequest request, IApiObject value)
        {
            if (value is Event { Message: "refused" })
            {
                throw ApiErrors.Forbidden("events", "", request.Key.Name, "it is to be refused");
            }
        }
    }
}
