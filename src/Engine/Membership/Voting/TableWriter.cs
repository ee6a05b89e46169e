using ActorKube.Engine.Membership.State;

namespace ActorKube.Engine.Membership.Voting;

/// <summary>Changes rows of the table: read, decide, compare-and-swap, again if somebody else was faster. Who wrote knows the new view at once, the others are told to read it.</summary>
internal sealed class TableWriter(IMembershipTable table, MembershipState state)
{
    /// <summary>True when the table says in the end what <paramref name="decide"/> wants of it, by whomever; the decision returns null for "nothing to do".</summary>
    public async Task<bool> WriteAsync(Func<TableReading, Member?> decide, CancellationToken cancellationToken)
    {
        while (true)
        {
            var reading = await state.ReadAsync(table, cancellationToken);
            if (decide(reading) is not { } row)
            {
                return false;
            }

            using var writing = state.Writes.Begin();
            var written = await table.TryWriteAsync(row, reading.View.Version, cancellationToken);
            if (written)
            {
                state.Adopt(reading.View.With(row));
            }

            writing.Settle();
            if (written)
            {
                return true;
            }
        }
    }
}
