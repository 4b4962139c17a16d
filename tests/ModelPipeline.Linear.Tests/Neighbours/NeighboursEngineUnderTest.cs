using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.Linear.Tests.Neighbours;

/// <summary>The engine for the contract suite. Scoring compares each row with every training row, so the sizes are small.</summary>
public sealed class NeighboursEngineUnderTest : EngineUnderTest
{
    public override IModelEngine Engine { get; } = new NeighboursEngine();

    public override int TrainingRows => 200;

    public override int ManyRows => 20_000;

    public override int BlockRows => 1000;

    public override int RowsOfLongTraining => 0;

    public override int RowsOfLongScoring => 50_000;
}
