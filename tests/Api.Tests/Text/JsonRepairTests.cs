using System.Text;
using ActorKube.Api.Text;

namespace ActorKube.Api.Tests.Text;

public sealed class JsonRepairTests
{
    [Theory]
    [InlineData("{\"a\":\"\\ud83d\\ude00\"}", "{\"a\":\"\\ud83d\\ude00\"}")]
    [InlineData("{\"a\":\"\\ud83d\"}", "{\"a\":\"\\ufffd\"}")]
    [InlineData("{\"a\":\"\\uDE00x\"}", "{\"a\":\"\\ufffdx\"}")]
    [InlineData("{\"a\":\"\\\\ud83d\"}", "{\"a\":\"\\\\ud83d\"}")]
    public void Repair_HalvesOfPairs_AreReplaced(string json, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(JsonRepair.Repair(Encoding.UTF8.GetBytes(json)).Span));

    [Fact]
    public void Repair_BytesThatAreNoText_AreReplaced() =>
        Assert.Equal("\"\ufffd\"", Encoding.UTF8.GetString(JsonRepair.Repair(new byte[] { 0x22, 0xFF, 0x22 }).Span));

    [Fact]
    public void Repair_GoodText_IsTheSameMemory()
    {
        ReadOnlyMemory<byte> json = Encoding.UTF8.GetBytes("{\"a\":\"é\"}");
        Assert.Equal(json, JsonRepair.Repair(json));
    }
}
