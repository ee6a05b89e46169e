using System.Globalization;
using ActorKube.Actors.Scheduling.Ledger;

namespace ActorKube.Actors.Scheduling.Explaining;

/// <summary>Amounts of resources as people write them: 1500 thousandths of a CPU are 1500m, 2147483648 bytes 2Gi.</summary>
internal static class AmountWords
{
    private static readonly string[] Units = ["", "Ki", "Mi", "Gi", "Ti"];

    public static string Of(string resource, long amount)
    {
        if (resource == PodDemand.Cpu)
        {
            return amount % 1000 == 0 ? Text(amount / 1000) : Text(amount) + "m";
        }

        if (resource is not (PodDemand.Memory or "ephemeral-storage"))
        {
            return Text(amount);
        }

        var unit = 0;
        for (; unit < Units.Length - 1 && amount >= 1024 && amount % 1024 == 0; unit++)
        {
            amount /= 1024;
        }

        return Text(amount) + Units[unit];
    }

    private static string Text(long amount) => amount.ToString(CultureInfo.InvariantCulture);
}
