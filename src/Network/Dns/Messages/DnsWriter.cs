using System.Buffers.Binary;
using System.Text;

namespace ActorKube.Network.Dns.Messages;

/// <summary>Writes answers, with names compressed (RFC 1035, 4.1.4).</summary>
internal sealed class DnsWriter
{
    private const ushort AnswerFlag = 0x8000;
    private const ushort AuthoritativeFlag = 0x0400;
    private const ushort TruncatedFlag = 0x0200;
    private const ushort RecursionWantedFlag = 0x0100;
    private const ushort RecursionFlag = 0x0080;

    /// <summary>A pointer has 14 bits.</summary>
    private const int Reachable = 0x4000;

    /// <summary>That of an authority: three names and some numbers. The last one may turn out not to fit.</summary>
    private const int LargestRecord = (3 * DnsName.MaxLength) + 64;

    private readonly Dictionary<DnsName, int> _names = [];
    private readonly int _limit;
    private readonly byte[] _buffer;
    private int _at;

    private DnsWriter(int limit, int spare) => (_limit, _buffer) = (limit, new byte[limit + spare]);

    /// <summary>A question to another server, which is to ask on in its turn.</summary>
    public static byte[] Write(ushort id, DnsQuestion question)
    {
        var writer = new DnsWriter(DnsQuery.PlainPayload, 0) { _at = DnsReader.HeaderLength };
        writer.Question(question);
        writer.Extension(DnsCode.Success);
        writer.Header(id, RecursionWantedFlag, 1, 0, 0, 1);
        return writer._buffer[..writer._at];
    }

    /// <summary>The message. What doesn't fit is left out: of the additional records silently, of others so that the client is told to ask again over TCP.</summary>
    /// <param name="limit">Octets; at least 512.</param>
    public static byte[] Write(DnsQuery query, DnsAnswer answer, int limit)
    {
        var raw = answer.Answers.Concat(answer.Authority).Concat(answer.Additional).Select(static r => r.Data).OfType<RawData>();
        var writer = new DnsWriter(limit, LargestRecord + raw.Select(static r => r.Octets.Length).DefaultIfEmpty().Max());
        return writer.WriteAnswer(query, answer);
    }

    private byte[] WriteAnswer(DnsQuery query, DnsAnswer answer)
    {
        _at = DnsReader.HeaderLength;
        if (query.Question is { } question)
        {
            Question(question);
        }

        var reserved = query.Extension is null ? 0 : 11;
        var (answers, isWhole) = Records(answer.Answers, reserved);
        var authority = 0;
        if (isWhole)
        {
            (authority, isWhole) = Records(answer.Authority, reserved);
        }

        var additional = isWhole ? Records(answer.Additional, reserved).Count : 0;
        if (query.Extension is not null)
        {
            Extension(answer.Code);
            additional++;
        }

        var flags = AnswerFlag | RecursionFlag | ((int)answer.Code & 0xF) | (answer.IsAuthoritative ? AuthoritativeFlag : 0) | (isWhole ? 0 : TruncatedFlag) | (query.WantsRecursion ? RecursionWantedFlag : 0);
        Header(query.Id, flags, query.Question is null ? 0 : 1, answers, authority, additional);
        return _buffer[.._at];
    }

    private void Question(DnsQuestion question)
    {
        Name(question.Name);
        Number((ushort)question.Type);
        Number(DnsQuestion.Internet);
    }

    private void Header(params ReadOnlySpan<int> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(i * 2), (ushort)numbers[i]);
        }
    }

    /// <summary>How many there was room for.</summary>
    private (int Count, bool IsWhole) Records(IReadOnlyList<DnsRecord> records, int reserved)
    {
        for (var i = 0; i < records.Count; i++)
        {
            var start = _at;
            Record(records[i]);
            if (_at + reserved > _limit)
            {
                _at = start;
                foreach (var name in _names.Where(n => n.Value >= start).Select(static n => n.Key).ToList())
                {
                    _names.Remove(name);
                }

                return (i, false);
            }
        }

        return (records.Count, true);
    }

    private void Record(DnsRecord record)
    {
        Name(record.Name);
        Number((ushort)record.Data.Type);
        Number(DnsQuestion.Internet);
        Number(record.Ttl);
        var length = _at;
        Number((ushort)0);
        Data(record.Data);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(length), (ushort)(_at - length - 2));
    }

    private void Data(DnsData data)
    {
        switch (data)
        {
            case AddressData address:
                address.Address.TryWriteBytes(_buffer.AsSpan(_at), out var written);
                _at += written;
                break;
            case NameData name:
                Name(name.Name);
                break;
            case ServiceData service:
                Number(service.Priority);
                Number(service.Weight);
                Number(service.Port);

                // Not compressed (RFC 2782).
                Whole(service.Target);
                break;
            case TextData text:
                Text(text.Text);
                break;
            case AuthorityData authority:
                Name(authority.Server);
                Name(authority.Mailbox);
                foreach (var number in (ReadOnlySpan<uint>)[authority.Serial, authority.Refresh, authority.Retry, authority.Expire, authority.Minimum])
                {
                    Number(number);
                }

                break;
            case MailData mail:
                Number(mail.Preference);
                Name(mail.Exchange);
                break;
            case RawData raw:
                raw.Octets.Span.CopyTo(_buffer.AsSpan(_at));
                _at += raw.Octets.Length;
                break;
            default:
                throw new InvalidOperationException($"No form for {data}.");
        }
    }

    /// <summary>The upper bits of the code go here.</summary>
    private void Extension(DnsCode code)
    {
        _buffer[_at++] = 0;
        Number((ushort)DnsType.Opt);
        Number(DnsQuery.MaxPayload);
        Number((uint)((int)code >> 4) << 24);
        Number((ushort)0);
    }

    private void Name(DnsName name)
    {
        for (var i = 0; i < name.Count; i++)
        {
            var rest = name.Skip(i);
            if (_names.TryGetValue(rest, out var known))
            {
                Number((ushort)(0xC000 | known));
                return;
            }

            if (_at < Reachable)
            {
                _names[rest] = _at;
            }

            Text(name.Labels[i]);
        }

        _buffer[_at++] = 0;
    }

    private void Whole(DnsName name)
    {
        foreach (var label in name.Labels)
        {
            Text(label);
        }

        _buffer[_at++] = 0;
    }

    private void Text(string text)
    {
        _buffer[_at++] = (byte)text.Length;
        _at += Encoding.Latin1.GetBytes(text, _buffer.AsSpan(_at));
    }

    private void Number(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(_at), value);
        _at += 2;
    }

    private void Number(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_buffer.AsSpan(_at), value);
        _at += 4;
    }
}
