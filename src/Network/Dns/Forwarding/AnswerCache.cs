using System.Collections.Concurrent;
using ActorKube.Network.Dns.Messages;

namespace ActorKube.Network.Dns.Forwarding;

/// <summary>Answers of other servers, for as long as their records allow, at most <see cref="Longest"/>. Thread-safe.</summary>
internal sealed class AnswerCache(int capacity, TimeProvider time)
{
    /// <summary>Names change; a client that waits a little longer than it must is cheaper than one that is led astray.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<DnsQuestion, Entry> _entries = new();

    /// <summary>With what is left of the records' time; null if it isn't there any more.</summary>
    public DnsAnswer? Find(DnsQuestion question)
    {
        if (!_entries.TryGetValue(question, out var entry))
        {
            return null;
        }

        var age = time.GetElapsedTime(entry.Since);
        if (age >= entry.For)
        {
            _entries.TryRemove(KeyValuePair.Create(question, entry));
            return null;
        }

        return Aged(entry.Answer, (uint)age.TotalSeconds);
    }

    public void Add(DnsQuestion question, DnsAnswer answer)
    {
        if (Lifetime(answer) is not { } lifetime || lifetime <= TimeSpan.Zero)
        {
            return;
        }

        if (_entries.Count >= capacity)
        {
            MakeRoom();
        }

        _entries[question] = new Entry(answer, time.GetTimestamp(), lifetime < Longest ? lifetime : Longest);
    }

    /// <summary>A name that isn't there is remembered as the zone's authority says; a failure isn't (RFC 2308).</summary>
    private static TimeSpan? Lifetime(DnsAnswer answer)
    {
        if (answer.Code is not (DnsCode.Success or DnsCode.NoSuchName))
        {
            return null;
        }

        var seconds = answer.Code == DnsCode.Success && answer.Answers.Count > 0
            ? answer.Answers.Min(static r => r.Ttl)
            : answer.Authority.Select(static r => r.Data is AuthorityData authority ? Math.Min(r.Ttl, authority.Minimum) : (uint?)null).Min();
        return seconds is { } known ? TimeSpan.FromSeconds(known) : null;
    }

    private static DnsAnswer Aged(DnsAnswer answer, uint seconds)
    {
        return seconds == 0 ? answer : answer with { Answers = Of(answer.Answers), Authority = Of(answer.Authority), Additional = Of(answer.Additional) };

        DnsRecord[] Of(IReadOnlyList<DnsRecord> records) => [.. records.Select(r => r with { Ttl = r.Ttl > seconds ? r.Ttl - seconds : 0 })];
    }

    /// <summary>Drops what is over, and as much again as is asked for if all is still good.</summary>
    private void MakeRoom()
    {
        foreach (var (question, entry) in _entries)
        {
            if (time.GetElapsedTime(entry.Since) >= entry.For)
            {
                _entries.TryRemove(question, out _);
            }
        }

        foreach (var question in _entries.Keys.Take(Math.Max(0, _entries.Count - (capacity * 9 / 10))))
        {
            _entries.TryRemove(question, out _);
        }
    }

    private sealed record Entry(DnsAnswer Answer, long Since, TimeSpan For);
}
