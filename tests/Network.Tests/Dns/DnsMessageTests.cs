using System.Net;
using ActorKube.Network.Dns.Messages;

namespace ActorKube.Network.Tests.Dns;

public sealed class DnsMessageTests
{
    private static readonly DnsName Web = DnsName.Parse("web.shop.svc.cluster.local");
    private static readonly DnsQuestion Question = new(Web, DnsType.A);

    [Fact]
    public void Query_Written_IsRead()
    {
        var read = DnsReader.ReadQuery(DnsWriter.Write(4711, Question))!;

        Assert.Equal((4711, Question, true, DnsCode.Success, DnsQuery.MaxPayload), (read.Id, read.Question!.Value, read.WantsRecursion, read.Problem, read.Payload));
    }

    [Fact]
    public void Answer_OfEveryKind_IsReadAsWritten()
    {
        var answer = new DnsAnswer(DnsCode.Success)
        {
            Answers =
            [
                new DnsRecord(Web, 5, new NameData(DnsType.CName, DnsName.Parse("a.shop.svc.cluster.local"))),
                new DnsRecord(Web, 6, new ServiceData(1, 2, 3, DnsName.Parse("b.shop.svc.cluster.local"))),
                new DnsRecord(Web, 7, new MailData(10, DnsName.Parse("mail.example.org"))),
                new DnsRecord(Web, 8, new AuthorityData(DnsName.Parse("ns.example.org"), DnsName.Parse("h.example.org"), 1, 2, 3, 4, 5)),
            ],
        };
        var message = DnsWriter.Write(Query(), answer, DnsQuery.PlainPayload);

        Assert.True(DnsReader.TryReadAnswer(message, 1, Question, out var read, out var isWhole));
        Assert.True(isWhole);
        Assert.Equal(answer.Answers, read.Answers);
    }

    [Fact]
    public void Answer_NamesThatComeAgain_AreCompressed()
    {
        var answer = new DnsAnswer(DnsCode.Success) { Answers = [.. Enumerable.Range(1, 20).Select(i => new DnsRecord(Web, 5, new AddressData(new IPAddress([10, 0, 0, (byte)i]))))] };

        // 12 of the header, 32 of the question, 16 for each record.
        Assert.Equal(12 + 32 + (20 * 16), DnsWriter.Write(Query(), answer, DnsQuery.PlainPayload).Length);
    }

    [Theory]
    [InlineData(512, false, 29)]
    [InlineData(512, true, 28)]
    [InlineData(1232, true, 73)]
    [InlineData(65535, false, 100)]
    public void Answer_ThatDoesNotFit_IsCutBetweenRecordsAndSaysSo(int limit, bool extended, int records)
    {
        var query = Query() with { Extension = extended ? new DnsExtension(4096) : null };
        var answer = new DnsAnswer(DnsCode.Success) { Answers = [.. Enumerable.Range(1, 100).Select(i => new DnsRecord(Web, 5, new AddressData(new IPAddress([10, 0, 0, (byte)i]))))] };
        var message = DnsWriter.Write(query, answer, limit);

        Assert.InRange(message.Length, 1, limit);
        Assert.True(DnsReader.TryReadAnswer(message, 1, Question, out var read, out var isWhole));
        Assert.Equal((records, records == 100), (read.Answers.Count, isWhole));
    }

    [Fact]
    public void Answer_WithoutRoomForWhatComesWithIt_IsWholeAllTheSame()
    {
        var answer = new DnsAnswer(DnsCode.Success)
        {
            Answers = [.. Enumerable.Range(1, 28).Select(i => new DnsRecord(Web, 5, new AddressData(new IPAddress([10, 0, 0, (byte)i]))))],
            Additional = [.. Enumerable.Range(1, 9).Select(i => new DnsRecord(DnsName.Parse($"x{i}.example.org"), 5, new AddressData(IPAddress.Loopback)))],
        };

        Assert.True(DnsReader.TryReadAnswer(DnsWriter.Write(Query(), answer, DnsQuery.PlainPayload), 1, Question, out var read, out var isWhole));
        Assert.True(isWhole);
        Assert.Equal(28, read.Answers.Count);
    }

    [Fact]
    public void Query_OfAnotherVersionOfEdns_GetsItsCode()
    {
        var message = DnsWriter.Write(1, Question);
        message[^5] = 1;
        var query = DnsReader.ReadQuery(message)!;
        Assert.Equal(DnsCode.BadVersion, query.Problem);

        // The upper bits are in the extension.
        var answer = DnsWriter.Write(query, new DnsAnswer(query.Problem), DnsQuery.PlainPayload);
        Assert.Equal((0, 1), (answer[3] & 0xF, answer[^6]));
    }

    [Theory]
    [InlineData("0001 0100 0002 0000 0000 0000", nameof(DnsCode.FormatError))]
    [InlineData("0001 0100 0001 0000 0000 0000 0161", nameof(DnsCode.FormatError))]
    [InlineData("0001 0100 0001 0000 0000 0000 C00C 0001 0001", nameof(DnsCode.FormatError))]
    [InlineData("0001 0100 0001 0000 0000 0000 C0FF 0001 0001", nameof(DnsCode.FormatError))]
    [InlineData("0001 0100 0001 0000 0000 0000 8000 0001 0001", nameof(DnsCode.FormatError))]
    [InlineData("0001 0100 0001 0000 0000 0000 00 0001 0003", nameof(DnsCode.Refused))]
    [InlineData("0001 2800 0001 0000 0000 0000 00 0006 0001", nameof(DnsCode.NotImplemented))]
    public void Query_ThatIsNoGood_IsToldSo(string hex, string problem) => Assert.Equal(Enum.Parse<DnsCode>(problem), DnsReader.ReadQuery(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)))!.Problem);

    [Theory]
    [InlineData("")]
    [InlineData("0001 0100 0001 0000 0000")]
    [InlineData("0001 8100 0001 0000 0000 0000 00 0001 0001")]
    public void Query_WithoutAnIdOrItselfAnAnswer_GetsNone(string hex) => Assert.Null(DnsReader.ReadQuery(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))));

    [Fact]
    public void Messages_ChangedAtRandom_NeverDoMoreThanFail()
    {
        var random = new Random(1);
        var query = DnsWriter.Write(1, Question);
        var answer = DnsWriter.Write(
            Query(),
            new DnsAnswer(DnsCode.Success) { Answers = [new DnsRecord(Web, 5, new ServiceData(1, 2, 3, Web)), new DnsRecord(Web, 5, new NameData(DnsType.CName, DnsName.Parse("x.cluster.local")))] },
            DnsQuery.PlainPayload);
        for (var i = 0; i < 100_000; i++)
        {
            var (one, other) = (Changed(query, random), Changed(answer, random));
            if (DnsReader.ReadQuery(one) is { } read)
            {
                Assert.InRange(DnsWriter.Write(read, new DnsAnswer(read.Problem), DnsQuery.PlainPayload).Length, DnsReader.HeaderLength, DnsQuery.PlainPayload);
            }

            if (DnsReader.TryReadAnswer(other, 1, Question, out var found, out _))
            {
                Assert.InRange(found.Answers.Count, 0, 2);
            }
        }
    }

    [Theory]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("a123456789a123456789a123456789a123456789a123456789a123456789abcd.org")]
    public void Name_ThatIsNone_IsRefused(string text) => Assert.Throws<FormatException>(() => DnsName.Parse(text));

    private static DnsQuery Query() => new(1, Question, true, null, DnsCode.Success);

    private static byte[] Changed(byte[] message, Random random)
    {
        byte[] changed = [.. message];
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return changed[..random.Next(changed.Length + 1)];
    }
}
